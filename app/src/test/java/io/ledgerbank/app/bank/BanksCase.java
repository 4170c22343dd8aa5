package io.ledgerbank.app.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.app.testing.Answer;
import io.ledgerbank.app.testing.Client;
import io.ledgerbank.app.testing.WholeApp;
import io.ledgerbank.command.user.Password;
import io.ledgerbank.command.user.Registrations;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The whole application with Monzo beside it, and a bank that keeps our account as a test wants it. */
@WholeApp
abstract class BanksCase {

    static final String CONNECTIONS = "/api/bank-connections";

    private static final String BACK = "https://client.example/back";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    final MonzoStub monzo = new MonzoStub();
    Client alice = Client.of(0);
    Client bob = Client.of(0);

    @LocalServerPort
    private int port;

    @Autowired
    private Registrations registrations;

    @DynamicPropertySource
    static void banks(DynamicPropertyRegistry properties) {
        properties.add("ledgerbank.banks.directory[0].code", () -> "MONZO");
        properties.add("ledgerbank.banks.directory[0].name", () -> "Monzo");
        properties.add("ledgerbank.banks.directory[0].country", () -> "GB");
        properties.add("ledgerbank.banks.directory[0].integration", () -> "MONZO");
        properties.add("ledgerbank.banks.directory[0].api-endpoint", MonzoStub::url);
        properties.add("ledgerbank.banks.directory[1].code", () -> "PENNYBANK");
        properties.add("ledgerbank.banks.directory[1].name", () -> "Penny Bank");
        properties.add("ledgerbank.banks.directory[1].country", () -> "GB");
        properties.add("ledgerbank.banks.directory[1].api-endpoint", PennyBank::url);
        properties.add("ledgerbank.reconciliation.grace", () -> "0s");
        properties.add("ledgerbank.banks.links.monzo.client-id", () -> "oauth2client_1");
        properties.add("ledgerbank.banks.links.monzo.client-secret", () -> "the secret");
        properties.add("ledgerbank.banks.links.monzo.redirect-uri", () -> BACK);
        properties.add("ledgerbank.banks.links.monzo.authorization-uri", () -> MonzoStub.url() + "/authorize");
        properties.add("ledgerbank.banks.breaker.least-calls", () -> "20");
        properties.add("ledgerbank.banks.webhook-secrets.monzo", () -> "a secret between banks");
        properties.add("ledgerbank.bank-connections.key", () -> "tests:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
    }

    @BeforeEach
    void people() {
        monzo.begin();
        alice = somebody();
        bob = somebody();
    }

    Client somebody() {
        String email = UUID.randomUUID() + "@example.com";
        Client.of(port).register(email, "a long password");
        return Client.of(port).loggedIn(email, "a long password");
    }

    /** One of the bank's staff. */
    Client staff(Role role) {
        String email = UUID.randomUUID() + "@example.com";
        registrations.register(UserId.next(), email, "Somebody", Password.of("long enough for any staff"), role);
        return Client.of(port).loggedIn(email, "long enough for any staff");
    }

    Client client() {
        return Client.of(port);
    }

    /** Sends the browser to the bank, which sends it back: tells with what. */
    static URI throughTheBank(Answer begun) {
        try (HttpClient browser = HttpClient.newHttpClient()) {
            URI there = URI.create(begun.is(201).text("authorizationUrl"));
            var back = browser.send(HttpRequest.newBuilder(there).build(), BodyHandlers.discarding());
            assertThat(back.statusCode()).isEqualTo(302);
            URI page = URI.create(back.headers().firstValue("Location").orElseThrow());
            assertThat(page.toString()).startsWith(BACK + "?");
            return page;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Answer begin(Client owner) {
        return owner.post(CONNECTIONS, Map.of("bankCode", "MONZO"));
    }

    static Answer callback(Client caller, URI page) {
        return caller.get(CONNECTIONS + "/callback?" + page.getRawQuery());
    }

    /** Alice's, read once. */
    String linked() {
        String id = callback(alice, throughTheBank(begin(alice))).is(200).text("id");
        eventually(() -> alice.get(CONNECTIONS + "/" + id).body().hasNonNull("syncedAt"));
        return id;
    }

    String status(String id) {
        return alice.get(CONNECTIONS + "/" + id).is(200).text("status");
    }

    int lines(String id) {
        return alice.get(CONNECTIONS + "/" + id + "/transactions?limit=100")
                .is(200)
                .body()
                .at("/items")
                .size();
    }

    /** Has it read and waits until the bank could not be. */
    void syncUntil(String id, String status) {
        alice.post(CONNECTIONS + "/" + id + "/sync", "").is(202);
        eventually(() -> status(id).equals(status));
    }

    static void eventually(Callable<Boolean> condition) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(condition);
    }
}
