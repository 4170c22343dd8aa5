package io.ledgerbank.saga;

import io.ledgerbank.api.id.PaymentId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the bank really did, from its own journal. */
public record Oracle(URI bank) {

    /** How often the payment was executed; never more than once, if all is well. */
    public long executionsOf(PaymentId id) {
        return entries("entries").stream()
                .filter(entry -> entry.path("instructionId").asString().equals(id.toString()))
                .filter(entry -> entry.path("status").asString().equals("EXECUTED"))
                .count();
    }

    /** How many requests to execute the payment came in. */
    public int arrivalsOf(PaymentId id) {
        return List.of("entries", "undecided").stream()
                .flatMap(kind -> entries(kind).stream())
                .filter(entry -> entry.path("instructionId").asString().equals(id.toString()))
                .mapToInt(entry -> entry.path("arrivals").asInt())
                .sum();
    }

    private List<JsonNode> entries(String kind) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(bank.resolve("/journal")).GET().build();
            JsonNode journal = JsonMapper.builder()
                    .build()
                    .readTree(client.send(request, BodyHandlers.ofString()).body());
            return StreamSupport.stream(journal.path(kind).spliterator(), false).toList();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("The bank does not show its journal", e);
        }
    }
}
