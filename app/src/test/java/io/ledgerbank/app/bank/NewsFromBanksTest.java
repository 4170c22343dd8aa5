package io.ledgerbank.app.bank;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.app.testing.Answer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a bank tells of an account unasked is believed when it is signed, and has the account read once. */
class NewsFromBanksTest extends BanksCase {

    @Autowired
    private JdbcClient jdbc;

    @Test
    void news_of_an_account_has_it_read_and_a_replay_of_them_has_not() {
        monzo.lines(absent(), "tx_1");
        String id = linked();
        monzo.lines(equalTo("tx_1"), "tx_2");
        String news = news();

        signed(news, Instant.now()).is(200);
        eventually(() -> lines(id) == 2);
        Instant asked = askedAt(id);

        signed(news, Instant.now()).is(200);
        assertThat(askedAt(id)).isEqualTo(asked);
    }

    @Test
    void what_is_unsigned_or_stale_is_not_believed() {
        String news = news();

        client().with("X-Webhook-Timestamp", Long.toString(Instant.now().getEpochSecond()))
                .post("/api/webhooks/monzo", news)
                .isProblem(401, "invalid_signature");
        signed(news, Instant.now().minusSeconds(301)).isProblem(401, "invalid_signature");
        signed("{\"type\":\"transaction.created\",\"data\":{}}", Instant.now())
                .isProblem(400, "webhook_processing_failed");
    }

    private static String news() {
        return "{\"type\":\"transaction.created\",\"data\":{\"account_id\":\"" + MonzoStub.ACCOUNT + "\",\"id\":\""
                + UUID.randomUUID() + "\"}}";
    }

    private Answer signed(String body, Instant at) {
        return client().with("X-Webhook-Timestamp", Long.toString(at.getEpochSecond()))
                .with("X-Webhook-Signature", "sha256=" + hmac(body))
                .post("/api/webhooks/monzo", body);
    }

    private Instant askedAt(String id) {
        return jdbc.sql("SELECT asked_at FROM saga.bank_connection WHERE id = ?::uuid")
                .param(id)
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single();
    }

    private static String hmac(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec("a secret between banks".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
