package io.ledgerbank.simulator;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A bank as its customers see it: by HTTP only. */
final class TestBank {

    static final String BOB = "GB29NWBK60161331926819";
    static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI url;

    TestBank(URI url) {
        this.url = url;
    }

    static TestBank of(BankSimulator simulator) {
        return new TestBank(simulator.url());
    }

    static String order(String instructionId, String creditorIban) {
        return order(instructionId, creditorIban, "12.34");
    }

    static String order(String instructionId, String creditorIban, String amount) {
        return """
                {"instructionId":"%s","endToEndId":"invoice-7","amount":{"amount":"%s","currency":"GBP"},
                 "debtor":{"name":"Alice Example","iban":"GB33BUKB20201555555555"},
                 "creditor":{"name":"Bob Example","iban":"%s"},"remittanceInformation":"Invoice 7"}
                """.formatted(instructionId, amount, creditorIban);
    }

    HttpResponse<String> pay(String instructionId, String creditorIban) throws IOException, InterruptedException {
        return post(order(instructionId, creditorIban));
    }

    HttpResponse<String> pay(String instructionId, TestCreditor creditor) throws IOException, InterruptedException {
        return pay(instructionId, creditor.iban());
    }

    HttpResponse<String> post(String body) throws IOException, InterruptedException {
        return send(to("/payments").POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> inquire(String instructionId) throws IOException, InterruptedException {
        return get("/payments/" + instructionId);
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(to(path).GET());
    }

    JsonNode journal() throws IOException, InterruptedException {
        return JSON.readTree(get("/journal").body());
    }

    HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(url.toString().replaceFirst("/+$", "") + path))
                .timeout(PATIENCE);
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** As of now this bank misbehaves like this. */
    HttpResponse<String> misbehave(String faults) throws IOException, InterruptedException {
        return send(to("/faults").PUT(BodyPublishers.ofString(faults)));
    }

    /** Another of the banks at the same address. */
    TestBank hosted(HostedBank bank) {
        return new TestBank(URI.create(url + bank.path() + "/"));
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }
}
