package io.ledgerbank.command.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.testing.TestPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Ten events and ten more are signed, and whoever removes a checkpoint leaves a whole chain of those before it. */
class RememberingCheckpointsTest {

    private final AuditedLog log = AuditedLog.of(TestPostgres.freshDatabase("eventlog"), Ed25519.generate());

    @BeforeEach
    void there_are_two_checkpoints() {
        log.append(10);
        log.sign();
        log.append(10);
        log.sign();
    }

    @Test
    void a_verification_misses_the_checkpoint_that_its_node_has_signed() {
        removeCheckpointsBehind(10);

        assertThat(log.verify().firstBroken()).contains(Finding.at(11, Damage.CHECKPOINT_MISSING, 20));
    }

    @Test
    void a_log_rewritten_under_a_removed_checkpoint_is_held_against_it() {
        removeCheckpointsBehind(10);
        log.tamper("UPDATE eventlog.event SET payload = '\"forged\"' WHERE position = 14");
        log.rechain(14);

        assertThat(log.verify().firstBroken()).contains(Finding.at(11, Damage.REWRITTEN, 20));
    }

    @Test
    void a_node_that_has_seen_nothing_misses_the_checkpoint_that_was_verified_before() {
        assertThat(log.verify().firstBroken()).isEmpty();
        removeCheckpointsBehind(0);
        AuditedLog restarted = log.anew();

        Finding missing = Finding.at(1, Damage.CHECKPOINT_MISSING, 20);
        assertThat(restarted.verify().firstBroken()).contains(missing);
        assertThat(restarted.verify().firstBroken())
                .as("Asking twice makes nothing of it good")
                .contains(missing);
    }

    @Test
    void a_checkpoint_that_was_replaced_by_another_genuine_one_is_missed() {
        assertThat(log.verify().firstBroken()).isEmpty();
        removeCheckpointsBehind(10);
        AuditedLog restarted = log.anew();
        restarted.sign();

        assertThat(restarted.signed()).hasSize(2);
        assertThat(restarted.verify().firstBroken()).contains(Finding.at(20, Damage.CHECKPOINT_MISSING, 20));
    }

    @Test
    void what_the_owner_wrote_of_an_earlier_verification_is_not_believed() {
        log.verify();
        log.asOwner("UPDATE eventlog.verification SET checkpoint_position = 25");

        assertThat(log.verify().firstBroken()).isEmpty();
    }

    private void removeCheckpointsBehind(long position) {
        log.tamperWith("checkpoint", "DELETE FROM eventlog.checkpoint WHERE position > " + position);
    }
}
