package io.ledgerbank.saga.bankconnection;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.id.BankConnectionId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.saga.bank.BankAccess;
import io.ledgerbank.testing.TestPostgres;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TokenVaultTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final String OLD = SealTest.key("old", (byte) 1);
    private static final String NEW = SealTest.key("new", (byte) 2);
    private static final BankAccess ACCESS =
            new BankAccess(Optional.of("access"), Optional.of("refresh"), Optional.of(NOW.plusSeconds(60)));

    private final JdbcClient jdbc =
            JdbcClient.create(TestPostgres.freshDatabase("saga").dataSource());
    private final BankConnectionId id = BankConnectionId.next();

    @BeforeEach
    void a_connection() {
        new ConnectionTable(jdbc).insert(id, UserId.next(), new BankCode("MONZO"), NOW);
    }

    @Test
    void tokens_are_kept_until_they_are_forgotten() {
        TokenVault vault = vault(TokenKeys.of(OLD, List.of()));
        vault.put(id, ACCESS);
        assertThat(vault.find(id)).contains(ACCESS);

        vault.forget(id);
        assertThat(vault.find(id)).isEmpty();
    }

    @Test
    void what_a_former_key_sealed_is_sealed_anew_when_it_is_read() {
        vault(TokenKeys.of(OLD, List.of())).put(id, ACCESS);

        assertThat(vault(TokenKeys.of(NEW, List.of(OLD))).find(id)).contains(ACCESS);

        assertThat(jdbc.sql("SELECT key_id FROM saga.bank_token")
                        .query(String.class)
                        .single())
                .isEqualTo("new");
        assertThat(vault(TokenKeys.of(NEW, List.of())).find(id)).contains(ACCESS);
    }

    @Test
    void without_its_key_a_token_is_gone() {
        vault(TokenKeys.of(OLD, List.of())).put(id, ACCESS);

        assertThat(vault(TokenKeys.of(NEW, List.of())).find(id)).isEmpty();
    }

    @Test
    void another_connections_tokens_do_not_open() {
        vault(TokenKeys.of(OLD, List.of())).put(id, ACCESS);
        BankConnectionId other = BankConnectionId.next();
        new ConnectionTable(jdbc).insert(other, UserId.next(), new BankCode("MONZO"), NOW);
        jdbc.sql("UPDATE saga.bank_token SET connection_id = ?")
                .param(other.value())
                .update();

        assertThat(vault(TokenKeys.of(OLD, List.of())).find(other)).isEmpty();
    }

    private TokenVault vault(TokenKeys keys) {
        return new TokenVault(jdbc, new Seal(keys), Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
