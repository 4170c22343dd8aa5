package io.ledgerbank.saga.webhook;

import io.ledgerbank.api.bank.BankCode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The deliveries that were dealt with. A bank's signature covers the body, with the delivery's id in it, and not the
 * timestamp: so the body is what is remembered, for good, and who replays it with another timestamp gets nowhere. Thread-safe.
 */
public final class Deliveries {

    private final JdbcClient jdbc;
    private final Clock clock;

    Deliveries(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Deals with a delivery unless that was done before. What fails is not remembered and can be delivered again.
     *
     * @param dealing may be done twice when deliveries cross, and then has to have the effect of once
     */
    public void once(BankCode bank, byte[] body, Runnable dealing) {
        byte[] digest = digestOf(body);
        if (isKnown(bank, digest)) {
            return;
        }
        dealing.run();
        jdbc.sql("INSERT INTO saga.webhook_delivery (bank_code, body_hash, dealt_with_at) VALUES (?, ?, ?)"
                        + " ON CONFLICT DO NOTHING")
                .params(bank.value(), digest, Timestamp.from(clock.instant()))
                .update();
    }

    private boolean isKnown(BankCode bank, byte[] digest) {
        return jdbc.sql("SELECT count(*) FROM saga.webhook_delivery WHERE bank_code = ? AND body_hash = ?")
                        .params(bank.value(), digest)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static byte[] digestOf(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java runtime has SHA-256", impossible);
        }
    }
}
