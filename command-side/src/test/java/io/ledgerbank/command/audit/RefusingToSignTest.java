package io.ledgerbank.command.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.testing.TestPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusingToSignTest {

    private final AuditedLog log = AuditedLog.of(TestPostgres.freshDatabase("eventlog"), Ed25519.generate());

    @BeforeEach
    void ten_events_are_signed() {
        log.append(10);
        log.sign();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE eventlog.event SET payload = '\"forged\"' WHERE position = 14",
                "UPDATE eventlog.event SET recorded_at = recorded_at + interval '1 second' WHERE position = 14",
                "DELETE FROM eventlog.event WHERE position = 14"
            })
    void what_was_tampered_with_is_never_signed(String change) {
        log.append(7);
        log.tamper(change);
        log.sign();
        log.anew().sign();

        assertThat(log.signed()).hasSize(1);
        assertThat(log.checkpointing.damage())
                .get()
                .extracting(Finding::position)
                .isEqualTo(14L);
    }

    @Test
    void signing_goes_on_when_the_damage_is_repaired() {
        log.append(7);
        log.tamper("UPDATE eventlog.event SET type = 'Other' WHERE position = 14");
        log.sign();
        log.tamper("UPDATE eventlog.event SET type = 'Text' WHERE position = 14");
        log.sign();

        assertThat(log.signed()).hasSize(2);
        assertThat(log.checkpointing.damage()).isEmpty();
    }

    @Test
    void nothing_is_signed_behind_a_head_that_was_rewritten() {
        log.append(7);
        log.tamper("UPDATE eventlog.event SET payload = '\"forged\"' WHERE position = 5");
        log.rechain(5);
        log.sign();

        assertThat(log.signed()).hasSize(1);
        assertThat(log.checkpointing.damage()).contains(Finding.at(1, Damage.REWRITTEN, 10));
    }

    @Test
    void nothing_is_signed_of_a_log_that_has_lost_its_end() {
        log.tamper("DELETE FROM eventlog.event WHERE position > 8");
        log.sign();

        assertThat(log.checkpointing.damage()).contains(Finding.at(9, Damage.TRUNCATED, 10));

        log.append(5);
        log.sign();

        assertThat(log.signed()).hasSize(1);
        assertThat(log.checkpointing.damage()).contains(Finding.at(1, Damage.REWRITTEN, 10));
    }

    @Test
    void nothing_is_signed_behind_a_forged_checkpoint_or_one_of_an_unknown_key() {
        log.append(5);
        AuditedLog stranger = AuditedLog.of(log.database, Ed25519.generate());
        stranger.sign();

        assertThat(stranger.checkpointing.damage()).contains(Finding.at(10, Damage.CHECKPOINT_KEY_UNKNOWN, 10));

        log.tamperWith("checkpoint", "UPDATE eventlog.checkpoint SET signed_at = signed_at + interval '1 second'");
        log.sign();

        assertThat(log.checkpointing.damage()).contains(Finding.at(10, Damage.CHECKPOINT_FORGED, 10));
        assertThat(log.signed()).hasSize(1);
    }

    @Test
    void a_node_misses_a_checkpoint_that_it_has_seen() {
        log.tamperWith("checkpoint", "DELETE FROM eventlog.checkpoint");
        log.append(5);
        log.sign();

        assertThat(log.signed()).isEmpty();
        assertThat(log.checkpointing.damage()).contains(Finding.at(1, Damage.CHECKPOINT_MISSING, 10));
    }
}
