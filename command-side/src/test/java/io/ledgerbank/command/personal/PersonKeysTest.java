package io.ledgerbank.command.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbank.testing.TestDatabase;
import io.ledgerbank.testing.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class PersonKeysTest {

    private static final byte[] TEXT = "Alice".getBytes(StandardCharsets.UTF_8);

    private static TestDatabase database;

    private final UUID alice = UUID.randomUUID();
    private final PersonKeys node = node();
    private final PersonKeys other = node();

    @BeforeAll
    static void create_the_log() {
        database = TestPostgres.freshDatabase("eventlog");
    }

    @Test
    void a_key_is_made_when_it_is_first_needed_and_is_the_same_on_every_node() {
        String sealed = node.seal(alice, TEXT).orElseThrow();

        assertThat(other.open(alice, sealed)).contains(TEXT);
        assertThat(node.open(alice, other.seal(alice, TEXT).orElseThrow())).contains(TEXT);
    }

    @Test
    void what_was_sealed_for_somebody_who_has_been_forgotten_is_not_opened_any_more() {
        String sealed = node.seal(alice, TEXT).orElseThrow();
        other.open(alice, sealed);

        node.erase(alice);
        other.dropErased();

        assertThat(node.open(alice, sealed)).isEmpty();
        assertThat(other.open(alice, sealed)).isEmpty();
        assertThat(node.keyOf(alice, sealed)).isEmpty();
        assertThat(node().open(alice, sealed)).isEmpty();
        assertThat(node.fingerprint(alice))
                .hasValueSatisfying(name -> assertThat(name).hasSize(64));
    }

    @Test
    void there_is_no_second_key() {
        node.seal(alice, TEXT);
        node.erase(alice);
        node.erase(alice);

        assertThat(node.seal(alice, TEXT)).isEmpty();
        assertThat(other.seal(alice, TEXT)).isEmpty();
        assertThatThrownBy(() -> JdbcClient.create(database.dataSource())
                        .sql("UPDATE eventlog.person_key SET key = sha256(''), erased_at = NULL WHERE person = ?")
                        .param(alice)
                        .update())
                .hasStackTraceContaining("made once");
    }

    @Test
    void somebody_without_a_key_is_forgotten_as_well() {
        node.erase(alice);

        assertThat(node.seal(alice, TEXT)).isEmpty();
        assertThat(node.fingerprint(alice)).isEmpty();
    }

    @Test
    void a_lost_key_is_no_erased_one() {
        String sealed = node.seal(alice, TEXT).orElseThrow();

        assertThatThrownBy(() -> node.open(UUID.randomUUID(), sealed))
                .hasMessageContaining("missing and was not erased");
    }

    @Test
    void nobody_owns_an_account_that_nobody_has_opened() {
        UUID account = UUID.randomUUID();
        assertThatThrownBy(() -> node.ownerOf(account)).hasMessageContaining("Nobody has opened");

        node.remember(account, alice);

        assertThat(node.ownerOf(account)).isEqualTo(alice);
    }

    private static PersonKeys node() {
        return new PersonKeys(new PersonKeyTable(database.dataSource()));
    }
}
