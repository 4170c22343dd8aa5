package io.ledgerbank.app.payment;

import static io.ledgerbank.app.payment.Counter.available;
import static io.ledgerbank.app.payment.Counter.deposit;
import static io.ledgerbank.app.payment.Counter.key;
import static io.ledgerbank.app.payment.Counter.open;
import static io.ledgerbank.app.payment.Counter.pay;
import static io.ledgerbank.app.payment.Counter.transfer;
import static io.ledgerbank.app.payment.Counter.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ledgerbank.app.testing.Answer;
import io.ledgerbank.app.testing.Client;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PaymentTest
class ForgettingPeopleTest extends PaymentCase {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PASSWORD = "a password for dora";

    @Autowired
    private JdbcClient jdbc;

    private final String name = "Dora " + UUID.randomUUID();
    private final String email = UUID.randomUUID() + "@example.com";
    private final String purpose = "Secret " + UUID.randomUUID();

    private String dora;
    private String account;
    private String payment;

    @BeforeEach
    void dora_has_come_and_gone() {
        dora = Client.of(alice.port())
                .post("/api/users", Map.of("email", email, "fullName", name, "password", PASSWORD))
                .is(201)
                .text("id");
        Client herself = Client.of(alice.port()).loggedIn(email, PASSWORD);
        account = open(herself, "GBP");
        herself.send("PUT", "/api/accounts/" + account, Map.of("name", purpose)).is(200);
        pay(teller, deposit(account, "50.00")).is(201);
        payment = pay(herself, with(transfer(account, alices, "50.00"), "remittanceInformation", purpose))
                .is(201)
                .text("id");
        available(herself, account, "0.00");
        herself.with("Idempotency-Key", key())
                .post("/api/accounts/" + account + "/close", Map.of("reason", "I am leaving"))
                .is(200);
    }

    @Test
    void what_the_log_says_of_people_is_sealed_from_the_beginning() {
        assertThat(logged()).doesNotContain(name, email, purpose);
        assertThat(teller.get("/api/payments/" + payment).is(200).text("remittanceInformation"))
                .isEqualTo(purpose);
        assertThat(teller.get("/api/audit/users/" + dora + "/replay").is(200).text("state.fullName"))
                .isEqualTo(name);
    }

    @Test
    void somebody_who_is_forgotten_is_erased_everywhere_and_the_log_stays_whole() {
        String before = logged();

        admin.send("DELETE", "/api/users/" + dora, "").is(204);

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(teller.get("/api/accounts/" + account).text("name")).isEqualTo("erased");
            assertThat(entries()).contains("erased").doesNotContain(purpose);
            assertThat(teller.get("/api/payments/" + payment).text("remittanceInformation"))
                    .isEqualTo("erased");
        });
        assertThat(teller.get("/api/audit/users/" + dora + "/replay").is(200).text("state.fullName"))
                .isEqualTo("erased");
        assertThat(statement().text("holder")).isEqualTo("erased");
        assertThat(statement().response().body()).doesNotContain(name, purpose);
        assertThat(readModels()).doesNotContain(name, email, purpose);
        assertThat(logged()).startsWith(before).contains("UserForgotten");
        assertThat(intact()).isTrue();
    }

    @Test
    void there_is_a_certificate_which_names_the_key_that_is_no_more() {
        admin.send("DELETE", "/api/users/" + dora, "").is(204);

        Answer certificate = teller.get("/api/audit/events?streamId=" + dora + "&type=UserForgotten")
                .is(200);

        assertThat(certificate.body().get("items").size()).isEqualTo(1);
        assertThat(certificate.text("items.0.payload.keyFingerprint")).matches("[0-9a-f]{64}");
        assertThat(jdbc.sql("SELECT key IS NULL FROM eventlog.person_key WHERE person = ?::uuid")
                        .param(dora)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void what_others_say_in_their_own_books_stays_theirs() {
        admin.send("DELETE", "/api/users/" + dora, "").is(204);

        assertThat(alice.get("/api/accounts/" + alices + "/entries")
                        .is(200)
                        .response()
                        .body())
                .contains(purpose);
    }

    @Test
    void a_receipt_still_proves_what_was_moved_but_not_what_for() {
        Answer before =
                teller.get("/api/audit/payments/" + payment + "/receipt").is(200);
        admin.send("DELETE", "/api/users/" + dora, "").is(204);
        Answer after = teller.get("/api/audit/payments/" + payment + "/receipt").is(200);

        assertThat(before.text("events.0.sealedKey")).matches("[0-9a-f]{64}");
        assertThat(after.body().at("/events/0/sealedKey").isNull()).isTrue();
        assertThat(after.body().at("/events/0/hash")).isEqualTo(before.body().at("/events/0/hash"));
    }

    /** All that the log has of her, her account and her payments. */
    private String logged() {
        return jdbc.sql(
                        "SELECT string_agg(type || ' ' || payload::text, E'\\n' ORDER BY position) FROM eventlog.event"
                                + " WHERE payload::text LIKE '%' || :person || '%' OR stream_id IN (:person, :account, :payment)")
                .param("person", dora)
                .param("account", account)
                .param("payment", payment)
                .query(String.class)
                .single();
    }

    private String entries() {
        return teller.get("/api/accounts/" + account + "/entries")
                .is(200)
                .response()
                .body();
    }

    private Answer statement() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return teller.get("/api/accounts/" + account + "/statement?from=" + today + "&to=" + today)
                .is(200);
    }

    private String readModels() {
        return jdbc.sql(
                        "SELECT concat((SELECT string_agg(a::text, ' ') FROM readmodel.account AS a WHERE id = :id::uuid),"
                                + " (SELECT string_agg(e::text, ' ') FROM readmodel.entry AS e WHERE account_id = :id::uuid),"
                                + " (SELECT string_agg(p::text, ' ') FROM readmodel.payment AS p WHERE owner_id = :owner::uuid),"
                                + " (SELECT string_agg(u::text, ' ') FROM identity.user_credential AS u WHERE user_id = :owner::uuid))")
                .param("id", account)
                .param("owner", dora)
                .query(String.class)
                .single();
    }

    private boolean intact() {
        teller.post("/api/audit/verification", "{}").is(202);
        return await().atMost(PATIENCE)
                .until(
                        () -> teller.get("/api/audit/verification").is(200).body(),
                        verification -> verification.get("state").asString().equals("FINISHED"))
                .get("intact")
                .asBoolean();
    }
}
