package io.ledgerbank.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.simulator.Mailbox.Letter;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class NotificationsTest extends RunningBank {

    private static final String SECRET = "a secret of both";
    private final Mailbox mailbox;

    NotificationsTest() throws IOException {
        mailbox = new Mailbox();
    }

    @Override
    SimulatorSettings settings() {
        return super.settings()
                .withClock(Clock.fixed(Instant.ofEpochSecond(1_790_000_000L), ZoneOffset.UTC))
                .withLateReply(Duration.ofMillis(20))
                .withRetryDelay(Duration.ofMillis(10))
                .withNotifications(new NotificationTarget(mailbox.url(), SECRET));
    }

    @AfterEach
    void closeMailbox() {
        mailbox.close();
    }

    @Test
    void come_twice_and_are_the_same_delivery() throws Exception {
        JsonNode answer = TestBank.json(bank.pay("one", TestCreditor.REPLIES_TWICE));

        Letter first = mailbox.next();
        assertThat(mailbox.next()).isEqualTo(first);
        JsonNode outcome = TestBank.JSON.readTree(first.body());
        assertThat(outcome.propertyNames())
                .containsExactly(
                        "deliveryId", "instructionId", "status", "bankReference", "executedAt", "valueDate", "amount");
        assertThat(outcome.get("deliveryId").asString()).isNotBlank();
        for (String field : answer.propertyNames()) {
            assertThat(outcome.get(field)).as(field).isEqualTo(answer.get(field));
        }
    }

    @Test
    void are_signed_over_the_raw_body() throws Exception {
        bank.pay("one", TestCreditor.REPLIES_TWICE);

        Letter letter = mailbox.next();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
        assertThat(letter.signature())
                .isEqualTo("sha256="
                        + HexFormat.of().formatHex(mac.doFinal(letter.body().getBytes(UTF_8))));
        assertThat(letter.timestamp()).isEqualTo("1790000000");
    }

    @Test
    void come_once_for_a_late_reply() throws Exception {
        bank.pay("one", TestCreditor.REPLIES_LATE);
        bank.pay("two", TestCreditor.REPLIES_LATE);

        assertThat(mailbox.next().body()).contains("\"one\"");
        assertThat(mailbox.next().body()).contains("\"two\"");
        assertThat(mailbox.waiting()).isZero();
    }

    @Test
    void are_tried_again_until_they_are_taken() throws Exception {
        mailbox.answersFirstWith(500);
        mailbox.answersFirstWith(302);

        bank.pay("one", TestCreditor.REPLIES_LATE);

        Letter refused = mailbox.next();
        assertThat(mailbox.next()).isEqualTo(refused);
        assertThat(mailbox.next()).isEqualTo(refused);
    }

    @Test
    void harm_nobody_when_they_cannot_be_delivered() throws Exception {
        mailbox.close();

        assertThat(bank.pay("one", TestCreditor.REPLIES_TWICE).statusCode()).isEqualTo(201);
        assertThat(bank.pay("two", TestBank.BOB).statusCode()).isEqualTo(201);
    }

    @Test
    void never_show_the_secret() {
        assertThat(settings().toString()).doesNotContain(SECRET);
    }
}
