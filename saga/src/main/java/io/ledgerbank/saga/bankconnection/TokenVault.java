package io.ledgerbank.saga.bankconnection;

import io.ledgerbank.api.id.BankConnectionId;
import io.ledgerbank.saga.bank.BankAccess;
import io.ledgerbank.saga.bankconnection.Seal.Opened;
import io.ledgerbank.saga.bankconnection.Seal.Sealed;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Where banks' tokens are kept, sealed. What an earlier key sealed is sealed anew when it is read. Thread-safe. */
final class TokenVault {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String PUT = """
            INSERT INTO saga.bank_token (connection_id, key_id, tokens, expires_at, stored_at)
            VALUES (:id, :key, :tokens, :expires, :now)
            ON CONFLICT (connection_id) DO UPDATE SET key_id = excluded.key_id, tokens = excluded.tokens,
                expires_at = excluded.expires_at, stored_at = excluded.stored_at""";

    private final JdbcClient jdbc;
    private final Seal seal;
    private final Clock clock;

    TokenVault(JdbcClient jdbc, Seal seal, Clock clock) {
        this.jdbc = jdbc;
        this.seal = seal;
        this.clock = clock;
    }

    /** What is sealed. */
    private record Tokens(Optional<String> access, Optional<String> refresh) {}

    private record Row(Sealed sealed, Optional<Instant> expiresAt) {}

    void put(BankConnectionId id, BankAccess access) {
        String tokens = JSON.writeValueAsString(new Tokens(access.accessToken(), access.refreshToken()));
        Sealed sealed = seal.seal(placeOf(id), tokens);
        jdbc.sql(PUT)
                .param("id", id.value())
                .param("key", sealed.keyId())
                .param("tokens", sealed.bytes())
                .param("expires", access.expiresAt().map(Timestamp::from).orElse(null))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Empty when there are none, or none that can be opened any more. */
    Optional<BankAccess> find(BankConnectionId id) {
        return jdbc.sql("SELECT key_id, tokens, expires_at FROM saga.bank_token WHERE connection_id = ?")
                .param(id.value())
                .query((row, number) -> new Row(
                        new Sealed(row.getString("key_id"), row.getBytes("tokens")),
                        Optional.ofNullable(row.getTimestamp("expires_at")).map(Timestamp::toInstant)))
                .optional()
                .flatMap(row -> seal.open(placeOf(id), row.sealed()).map(opened -> access(id, opened, row)));
    }

    void forget(BankConnectionId id) {
        jdbc.sql("DELETE FROM saga.bank_token WHERE connection_id = ?")
                .param(id.value())
                .update();
    }

    private BankAccess access(BankConnectionId id, Opened opened, Row row) {
        Tokens tokens = JSON.readValue(opened.text(), Tokens.class);
        BankAccess access = new BankAccess(tokens.access(), tokens.refresh(), row.expiresAt());
        if (!opened.byCurrentKey()) {
            put(id, access);
        }
        return access;
    }

    private static String placeOf(BankConnectionId id) {
        return "bank_token/" + id;
    }
}
