package io.ledgerbank.saga.bankconnection;

import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.id.BankConnectionId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.saga.bankconnection.Seal.Sealed;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Links that were begun and wait for their customer to come back from the bank; each serves once. Thread-safe. */
final class Links {

    private static final String INSERT = """
            INSERT INTO saga.bank_link (state_hash, connection_id, user_id, key_id, verifier, expires_at)
            VALUES (:hash, :connection, :user, :key, :verifier, :expires)""";

    private static final String TAKE = """
            DELETE FROM saga.bank_link AS link USING saga.bank_connection AS connection
            WHERE link.state_hash = :hash AND link.user_id = :user AND link.expires_at > :now
                AND connection.id = link.connection_id
            RETURNING link.connection_id, connection.bank_code, link.key_id, link.verifier""";

    private final JdbcClient jdbc;
    private final Seal seal;
    private final Duration live;
    private final Clock clock;

    Links(JdbcClient jdbc, Seal seal, Duration live, Clock clock) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.live = live;
        this.clock = clock;
    }

    /** A link whose customer is back. */
    record Begun(BankConnectionId connectionId, BankCode bank, String verifier) {

        /** Without the secret. */
        @Override
        public String toString() {
            return "Begun[" + connectionId + ", " + bank + "]";
        }
    }

    private record Row(BankConnectionId connectionId, BankCode bank, Sealed verifier) {}

    /** @return when the link serves no more */
    Instant begin(BankConnectionId id, UserId user, String state, String verifier) {
        Instant now = clock.instant();
        jdbc.sql("DELETE FROM saga.bank_link WHERE expires_at <= ?")
                .param(Timestamp.from(now))
                .update();
        Sealed sealed = seal.seal(placeOf(id), verifier);
        jdbc.sql(INSERT)
                .param("hash", hashOf(state))
                .param("connection", id.value())
                .param("user", user.value())
                .param("key", sealed.keyId())
                .param("verifier", sealed.bytes())
                .param("expires", Timestamp.from(now.plus(live)))
                .update();
        return now.plus(live);
    }

    /** The link with this state, taken out; empty if it was not given to this user, has served already, or is too old. */
    Optional<Begun> take(String state, UserId user) {
        return jdbc.sql(TAKE)
                .param("hash", hashOf(state))
                .param("user", user.value())
                .param("now", Timestamp.from(clock.instant()))
                .query((row, number) -> new Row(
                        new BankConnectionId(row.getObject("connection_id", UUID.class)),
                        new BankCode(row.getString("bank_code")),
                        new Sealed(row.getString("key_id"), row.getBytes("verifier"))))
                .optional()
                .flatMap(row -> seal.open(placeOf(row.connectionId()), row.verifier())
                        .map(opened -> new Begun(row.connectionId(), row.bank(), opened.text())));
    }

    private static byte[] hashOf(String state) {
        return Proof.sha256(state.getBytes(StandardCharsets.UTF_8));
    }

    private static String placeOf(BankConnectionId id) {
        return "bank_link/" + id;
    }
}
