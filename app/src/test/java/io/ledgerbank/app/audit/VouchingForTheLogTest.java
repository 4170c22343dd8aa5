package io.ledgerbank.app.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.app.testing.Answer;
import io.ledgerbank.app.testing.Client;
import io.ledgerbank.app.testing.WholeApp;
import io.ledgerbank.command.user.Password;
import io.ledgerbank.command.user.Registrations;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@WholeApp
class VouchingForTheLogTest {

    private static final String VERIFICATION = "/api/audit/verification";
    private static final String CHECKPOINTS = "/api/audit/checkpoints";
    private static final String LOSSES = "/api/audit/losses";
    private static final String PASSWORD = "a password for staff";

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @Autowired
    private Registrations registrations;

    @Test
    void customers_and_strangers_learn_nothing() {
        Client customer = loggedIn(Role.USER);
        for (String path : new String[] {VERIFICATION, CHECKPOINTS, LOSSES}) {
            Client.of(port).get(path).isProblem(401, "unauthorized");
            customer.get(path).isProblem(403, "insufficient_permissions");
        }
        Client.of(port).post(VERIFICATION, "{}").isProblem(401, "unauthorized");
        customer.post(VERIFICATION, "{}").isProblem(403, "insufficient_permissions");
    }

    @ParameterizedTest
    @EnumSource(names = {"SUPPORT", "ADMIN"})
    void staff_have_the_whole_log_verified(Role role) {
        Client auditor = loggedIn(role);

        Answer started = auditor.post(VERIFICATION, "{}").is(202);
        JsonNode finished = finished(auditor);

        assertThat(started.header("Location")).isEqualTo(VERIFICATION);
        assertThat(finished.get("intact").asBoolean()).isTrue();
        assertThat(finished.get("firstBroken").isNull()).isTrue();
        assertThat(finished.get("positionsChecked").asLong())
                .isPositive()
                .isEqualTo(finished.get("headPosition").asLong());
        assertThat(finished.get("headHash").asString()).matches("[0-9a-f]{64}");
    }

    @Test
    void a_verification_needs_no_body() {
        loggedIn(Role.SUPPORT).post(VERIFICATION, "").is(202);
    }

    @Test
    void checkpoints_are_listed_newest_first_and_fit_the_log() {
        Client auditor = loggedIn(Role.SUPPORT);
        JsonNode newest = newestCheckpoint(auditor);
        loggedIn(Role.SUPPORT);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> newestCheckpoint(auditor).get("position").asLong()
                        > newest.get("position").asLong());

        Answer page = auditor.get(CHECKPOINTS + "?limit=1").is(200);
        String next = page.text("nextCursor");
        JsonNode older =
                auditor.get(CHECKPOINTS + "?limit=100&cursor=" + next).is(200).body();

        assertThat(older.get("items").valueStream().map(item -> item.get("position")
                        .asLong()))
                .contains(newest.get("position").asLong());
        assertThat(auditor.get("/api/audit/events?limit=100")
                        .is(200)
                        .body()
                        .get("items")
                        .valueStream()
                        .filter(event -> event.get("position").equals(newest.get("position")))
                        .map(event -> event.get("hash").asString()))
                .containsExactly(newest.get("headHash").asString());
        assertThat(keyIds()).contains(newest.get("keyId").asString());
        auditor.get(CHECKPOINTS + "?cursor=nonsense").isProblem(400, "invalid_cursor");
        auditor.get(CHECKPOINTS + "?limit=0").isProblem(400, "invalid_parameter");
    }

    @Test
    void the_log_is_held_against_a_checkpoint_that_was_kept_elsewhere() {
        Client auditor = loggedIn(Role.ADMIN);

        auditor.post(VERIFICATION, Map.of("checkpoint", newestCheckpoint(auditor)))
                .is(202);

        assertThat(finished(auditor).get("intact").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "headHash, abc, invalid_checkpoint_format",
        "merkleRoot, '', invalid_checkpoint_format",
        "previousHash, ÄÄ, invalid_checkpoint_format",
        "keyId, 00, invalid_checkpoint_format",
        "signature, zz, invalid_checkpoint_format",
        "signedAt, 2026-11-22T12:00:00.123456789Z, invalid_checkpoint_format",
        "signedAt, +10000-01-01T00:00:00Z, invalid_checkpoint_format",
        "signedAt, 2026-11-22T12:00:00Z, invalid_checkpoint_signature",
        "keyId, 0102030405060708, invalid_checkpoint_signature",
        "signedAt, yesterday, invalid_datetime_format"
    })
    void a_checkpoint_that_is_none_is_refused(String field, String value, String code) {
        Client auditor = loggedIn(Role.ADMIN);
        ObjectNode checkpoint = (ObjectNode) newestCheckpoint(auditor);
        checkpoint.put(field, value);

        auditor.post(VERIFICATION, Map.of("checkpoint", checkpoint)).isProblem(400, code);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MAX_VALUE})
    void a_checkpoint_of_impossible_positions_is_refused(long position) {
        Client auditor = loggedIn(Role.ADMIN);
        ObjectNode checkpoint = (ObjectNode) newestCheckpoint(auditor);
        checkpoint.put("position", position);

        auditor.post(VERIFICATION, Map.of("checkpoint", checkpoint)).isProblem(400, "invalid_checkpoint_format");
    }

    @Test
    void a_checkpoint_with_fields_missing_or_too_many_is_refused() {
        Client auditor = loggedIn(Role.ADMIN);
        ObjectNode checkpoint = (ObjectNode) newestCheckpoint(auditor);
        checkpoint.remove("headHash");

        auditor.post(VERIFICATION, Map.of("checkpoint", checkpoint)).isProblem(400, "missing_fields");
        auditor.post(VERIFICATION, "{\"checkpoints\":[]}").isProblem(400, "unknown_field");
    }

    @Test
    void nothing_that_was_seen_is_missed() {
        Client admin = loggedIn(Role.ADMIN);

        assertThat(admin.get(LOSSES).is(200).body().get("items").isEmpty()).isTrue();
        admin.post(LOSSES + "/1/acknowledge", Map.of("reason", "Nothing is lost"))
                .isProblem(404, "resource_not_found");
        admin.post(LOSSES + "/1/acknowledge", "{}").isProblem(400, "missing_fields");
        admin.post(LOSSES + "/1/acknowledge", Map.of("reason", "\u202e")).isProblem(400, "invalid_parameter");
    }

    @Test
    void only_administrators_acknowledge_a_loss() {
        loggedIn(Role.SUPPORT)
                .post(LOSSES + "/1/acknowledge", Map.of("reason", "Mine"))
                .isProblem(403, "insufficient_permissions");
    }

    @Test
    void the_public_keys_are_open_to_everyone() {
        Answer answer = Client.of(port).get("/.well-known/ledgerbank-keys.json").is(200);

        JsonNode key = answer.body().get("keys").get(0);
        assertThat(key.get("kty").asString()).isEqualTo("OKP");
        assertThat(key.get("crv").asString()).isEqualTo("Ed25519");
        assertThat(key.get("x").asString()).matches("[A-Za-z0-9_-]{43}");
        assertThat(key.get("kid").asString()).matches("[0-9a-f]{16}");
        assertThat(key.has("d")).isFalse();
        assertThat(answer.header("Cache-Control")).contains("max-age=300", "public");
        Client.of(port).get("/.well-known/anything-else").isProblem(404, "resource_not_found");
    }

    @Test
    void operators_see_that_the_log_is_sound() {
        Client operator = Client.of(managementPort);

        assertThat(operator.get("/actuator/health").is(200).text("status")).isEqualTo("UP");
        assertThat(operator.get("/actuator/metrics/ledgerbank.log.intact")
                        .is(200)
                        .text("measurements.0.value"))
                .isEqualTo("1.0");
    }

    private Iterable<String> keyIds() {
        return Client.of(port)
                .get("/.well-known/ledgerbank-keys.json")
                .is(200)
                .body()
                .get("keys")
                .valueStream()
                .map(key -> key.get("kid").asString())
                .toList();
    }

    private JsonNode newestCheckpoint(Client auditor) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> auditor.get(CHECKPOINTS + "?limit=1")
                                .is(200)
                                .body()
                                .get("items"),
                        items -> !items.isEmpty())
                .get(0);
    }

    private JsonNode finished(Client auditor) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> auditor.get(VERIFICATION).is(200).body(),
                        report -> report.get("state").asString().equals("FINISHED"));
    }

    private Client loggedIn(Role role) {
        String email = UUID.randomUUID() + "@example.com";
        registrations.register(UserId.next(), email, "Somebody", Password.of(PASSWORD), role);
        return Client.of(port).loggedIn(email, PASSWORD);
    }
}
