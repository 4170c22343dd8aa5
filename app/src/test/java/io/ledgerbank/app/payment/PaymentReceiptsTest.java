package io.ledgerbank.app.payment;

import static io.ledgerbank.app.payment.Counter.CAROLS_IBAN;
import static io.ledgerbank.app.payment.Counter.cancel;
import static io.ledgerbank.app.payment.Counter.external;
import static io.ledgerbank.app.payment.Counter.pay;
import static io.ledgerbank.app.payment.Counter.transfer;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.app.testing.Client;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@PaymentTest
class PaymentReceiptsTest extends PaymentCase {

    private static final Path VERIFIER = Path.of("..", "docs", "audit", "Verify.java");
    private static final int GENUINE = 0;
    private static final int NOT_GENUINE = 1;

    @TempDir
    private Path folder;

    /** What the verifier said, and how it ended. */
    private record Verdict(int exit, String said) {}

    @Test
    void a_receipt_proves_to_whoever_has_the_keys_what_happened_to_a_payment() throws Exception {
        String id = pay(alice, external(alices, CAROLS_IBAN, "40.00")).is(201).text("id");
        receipt(alice, id);
        cancel(alice, id).is(200);

        ObjectNode receipt = receipt(alice, id);
        Verdict verdict = verify(receipt, keys());

        assertThat(receipt.get("events").valueStream().map(event -> event.get("type")
                        .asString()))
                .containsExactly("PaymentCreated", "PaymentCancelled");
        assertThat(receipt.get("checkpoints").size()).as("signed in between").isEqualTo(2);
        assertThat(verdict.exit()).as(verdict.said()).isEqualTo(GENUINE);
        assertThat(verdict.said()).contains("GENUINE", id, "PaymentCancelled", "40.00", "Carol Creditor");
    }

    @Test
    void whatever_is_changed_about_a_receipt_is_found() throws Exception {
        String id = pay(alice, transfer(alices, bobs, "30.00")).is(201).text("id");
        String other = pay(alice, transfer(alices, bobs, "31.00")).is(201).text("id");
        ObjectNode receipt = receipt(alice, id);
        ObjectNode others = receipt(alice, other);
        assertThat(verify(receipt, keys()).exit()).isEqualTo(GENUINE);

        refused(receipt, it -> payload(it, "30.00", "90.00"), "has another hash than the receipt says");
        refused(receipt, it -> event(it).put("recordedAt", "2020-01-01T00:00:00Z"), "has another hash");
        refused(receipt, it -> event(it).put("hash", "00".repeat(32)), "has another hash");
        refused(receipt, it -> event(it).put("index", 7_000_000), "at another place of its checkpoint");
        refused(receipt, it -> event(it).put("sealedKey", "00".repeat(32)), "was sealed with another key");
        refused(receipt, it -> path(it).removeAll(), "path that is too short");
        refused(receipt, it -> path(it).add("00".repeat(32)), "path that is too long");
        refused(receipt, it -> checkpoint(it).put("merkleRoot", "00".repeat(32)), "has a forged signature");
        refused(receipt, it -> checkpoint(it).put("keyId", "00".repeat(8)), "not among the given ones");
        refused(receipt, it -> it.put("paymentId", other), "is of another payment");
        refused(receipt, it -> it.set("events", others.get("events")), "is of another payment");
        refused(receipt, it -> ((ArrayNode) it.get("events")).remove(0), "is not number 0 of its payment");
        refused(receipt, it -> ((ArrayNode) it.get("events")).removeAll(), "has no events");
        refused(receipt, it -> it.put("format", "LedgerBank receipt 2"), "is not a");
    }

    @Test
    void another_banks_keys_do_not_do() throws Exception {
        String id = pay(alice, transfer(alices, bobs, "30.00")).is(201).text("id");
        ObjectNode keys = keys();
        ((ObjectNode) keys.at("/keys/0")).put("x", "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo");

        assertThat(verify(receipt(alice, id), keys).said()).contains("NOT GENUINE", "not among the given ones");
    }

    @Test
    void what_happened_last_cannot_be_left_out_under_the_checkpoint_that_signed_it() throws Exception {
        String id = pay(alice, external(alices, CAROLS_IBAN, "40.00")).is(201).text("id");
        receipt(alice, id);
        cancel(alice, id).is(200);

        refused(receipt(alice, id), it -> ((ArrayNode) it.get("events")).remove(1), "signs none of the events shown");
    }

    @Test
    void what_staff_wrote_about_a_payment_is_not_its_payers_to_read() {
        String id = pay(alice, external(alices, CAROLS_IBAN, "40.00")).is(201).text("id");
        admin.post("/api/sagas/" + id + "/notes", Map.of("reason", "Suspected mule"))
                .is(200);

        alice.get(path(id)).isProblem(403, "insufficient_permissions");
        assertThat(receipt(admin, id).toString()).contains("Suspected mule");
    }

    @Test
    void a_receipt_is_for_the_payer_and_for_staff() {
        String id = pay(alice, transfer(alices, bobs, "30.00")).is(201).text("id");

        teller.get(path(id)).is(200);
        admin.get(path(id)).is(200);
        bob.get(path(id)).isProblem(404, "payment_not_found");
        alice.get(path(UUID.randomUUID().toString())).isProblem(404, "payment_not_found");
        alice.get(path(alices)).isProblem(404, "payment_not_found");
        alice.get(path("x")).isProblem(400, "invalid_uuid_format");
        Client.of(alice.port()).get(path(id)).isProblem(401, "unauthorized");
    }

    private void refused(ObjectNode receipt, Consumer<ObjectNode> forgery, String why) throws Exception {
        ObjectNode forged = receipt.deepCopy();
        forgery.accept(forged);
        assertThat(forged).isNotEqualTo(receipt);

        Verdict verdict = verify(forged, keys());

        assertThat(verdict.exit()).as(verdict.said()).isEqualTo(NOT_GENUINE);
        assertThat(verdict.said()).contains("NOT GENUINE", why);
    }

    private Verdict verify(JsonNode receipt, JsonNode keys) throws IOException, InterruptedException {
        Path receiptFile = Files.writeString(folder.resolve("receipt.json"), receipt.toString());
        Path keysFile = Files.writeString(folder.resolve("keys.json"), keys.toPrettyString());
        Process verifier = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        VERIFIER.toString(),
                        receiptFile.toString(),
                        keysFile.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(verifier.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(verifier.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return new Verdict(verifier.exitValue(), said);
    }

    private static ObjectNode receipt(Client caller, String payment) {
        return read(caller.get(path(payment)).is(200).response().body());
    }

    private ObjectNode keys() {
        return read(Client.of(alice.port())
                .get("/.well-known/ledgerbank-keys.json")
                .is(200)
                .response()
                .body());
    }

    private static ObjectNode read(String json) {
        return (ObjectNode) JsonMapper.shared().readTree(json);
    }

    private static String path(String payment) {
        return "/api/audit/payments/" + payment + "/receipt";
    }

    private static void payload(ObjectNode receipt, String from, String to) {
        event(receipt).put("payload", event(receipt).get("payload").asString().replace(from, to));
    }

    private static ObjectNode event(ObjectNode receipt) {
        return (ObjectNode) receipt.at("/events/0");
    }

    private static ArrayNode path(ObjectNode receipt) {
        return (ArrayNode) event(receipt).get("path");
    }

    private static ObjectNode checkpoint(ObjectNode receipt) {
        return (ObjectNode) receipt.at("/checkpoints/0");
    }
}
