package io.ledgerbank.app.payment;

import static io.ledgerbank.app.payment.Counter.pay;
import static io.ledgerbank.app.payment.Counter.transfer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ledgerbank.app.testing.Answer;
import io.ledgerbank.app.testing.Client;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PaymentTest
class AttestingTheBooksTest extends PaymentCase {

    private static final String ATTESTATIONS = "/api/audit/attestations";
    private static final String X509_PREFIX = "302a300506032b6570032100";

    @Test
    void staff_has_the_books_attested_and_anybody_can_check_the_signature() throws Exception {
        pay(alice, transfer(alices, bobs, "30.00")).is(201);

        Answer asked = teller.post(ATTESTATIONS, "").is(202);
        JsonNode attestation = finished(asked.header("Location"));
        JsonNode report = JsonMapper.shared().readTree(attestation.get("report").asString());

        assertThat(attestation.get("intact").asBoolean())
                .as(report.toPrettyString())
                .isTrue();
        assertThat(report.get("format").asString()).isEqualTo("LedgerBank attestation 1");
        assertThat(report.get("headHash").asString()).matches("[0-9a-f]{64}");
        assertThat(isGenuine(attestation, attestation.get("report").asString())).isTrue();
        assertThat(isGenuine(attestation, attestation.get("report").asString() + " "))
                .isFalse();
        assertThat(admin.get(ATTESTATIONS).is(200).body().at("/items/0/id")).isEqualTo(attestation.get("id"));
    }

    @Test
    void they_are_for_staff() {
        alice.get(ATTESTATIONS).isProblem(403, "insufficient_permissions");
        alice.post(ATTESTATIONS, "").isProblem(403, "insufficient_permissions");
        alice.get(ATTESTATIONS + "/" + UUID.randomUUID()).isProblem(403, "insufficient_permissions");
        teller.get(ATTESTATIONS + "/" + UUID.randomUUID()).isProblem(404, "attestation_not_found");
        teller.get(ATTESTATIONS + "?limit=0").isProblem(400, "invalid_parameter");
        Client.of(alice.port()).get(ATTESTATIONS).isProblem(401, "unauthorized");
    }

    @Test
    void the_journal_the_trial_balance_and_replays_are_for_staff_too() {
        String journal = "/api/audit/journal";
        String lines = teller.with("Accept", "application/x-ndjson")
                .get(journal)
                .is(200)
                .response()
                .body();
        String replay = "/api/audit/accounts/" + alices + "/replay";

        assertThat(lines.lines().map(line -> JsonMapper.shared()
                        .readTree(line)
                        .get("account")
                        .asString()))
                .contains(alices, "cash");
        assertThat(teller.with("Accept", "text/csv")
                        .get(journal)
                        .is(200)
                        .response()
                        .body())
                .startsWith("position,account,direction,amount,currency,paymentId,bookingDate,valueDate\r\n")
                .contains(alices);
        alice.with("Accept", "text/csv").get(journal).isProblem(403, "insufficient_permissions");
        teller.get(journal + "?after=-1").isProblem(400, "invalid_parameter");

        assertThat(teller.get("/api/audit/trial-balance?position=0").is(200).text("position"))
                .isEqualTo("0");
        teller.get("/api/audit/trial-balance?position=1&asOf=2026-01-01T00:00:00Z")
                .isProblem(400, "invalid_parameter");

        assertThat(teller.get(replay).is(200).text("state.posted.amount")).isEqualTo("100.00");
        assertThat(teller.get(replay + "?sequence=0").is(200).text("state.posted.amount"))
                .isEqualTo("0.00");
        assertThat(teller.get(replay + "/steps?limit=1").is(200).text("items.0.event.type"))
                .isEqualTo("AccountOpened");
        alice.get(replay).isProblem(403, "insufficient_permissions");
        teller.get("/api/audit/payments/" + alices + "/replay").isProblem(404, "payment_not_found");
        teller.get(replay + "?sequence=-1").isProblem(400, "invalid_parameter");
        teller.get(replay + "?at=yesterday").isProblem(400, "invalid_datetime_format");
    }

    private JsonNode finished(String location) {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> teller.get(location).is(200).body(),
                        attestation -> attestation.get("state").asString().equals("FINISHED"));
    }

    /** By the bytes that docs/audit tells. */
    private boolean isGenuine(JsonNode attestation, String report) throws Exception {
        JsonNode key = Client.of(alice.port())
                .get("/.well-known/ledgerbank-keys.json")
                .is(200)
                .body()
                .get("keys")
                .valueStream()
                .filter(jwk -> jwk.get("kid").equals(attestation.get("keyId")))
                .findFirst()
                .orElseThrow();
        byte[] raw = Base64.getUrlDecoder().decode(key.get("x").asString());
        byte[] x509 = HexFormat.of().parseHex(X509_PREFIX + HexFormat.of().formatHex(raw));
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        field(form, "LedgerBank attestation 1".getBytes(StandardCharsets.UTF_8));
        field(form, report.getBytes(StandardCharsets.UTF_8));
        field(form, HexFormat.of().parseHex(attestation.get("keyId").asString()));
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509)));
        signature.update(form.toByteArray());
        return signature.verify(
                HexFormat.of().parseHex(attestation.get("signature").asString()));
    }

    private static void field(ByteArrayOutputStream form, byte[] bytes) {
        form.writeBytes(ByteBuffer.allocate(4).putInt(bytes.length).array());
        form.writeBytes(bytes);
    }
}
