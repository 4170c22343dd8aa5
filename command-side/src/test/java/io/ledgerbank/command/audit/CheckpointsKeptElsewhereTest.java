package io.ledgerbank.command.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.audit.Checkpoint;
import io.ledgerbank.testing.TestPostgres;
import java.security.KeyPair;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The owner has removed every checkpoint beside the log, and no node that had seen one runs any more; an auditor has kept
 * the one at position 20.
 */
class CheckpointsKeptElsewhereTest {

    private static final KeyPair KEY = Ed25519.generate();

    private AuditedLog log = AuditedLog.of(TestPostgres.freshDatabase("eventlog"), KEY);
    private Checkpoint kept;

    @BeforeEach
    void one_checkpoint_is_kept_elsewhere() {
        log.append(10);
        log.sign();
        log.append(10);
        log.sign();
        kept = log.signed().getLast();
        log.append(10);
        log.tamperWith("checkpoint", "DELETE FROM eventlog.checkpoint");
        log = log.anew();
    }

    @Test
    void an_untouched_log_agrees_with_it() {
        assertThat(held().firstBroken()).isEmpty();
    }

    @Test
    void a_log_hashed_anew_is_intact_until_it_is_held_against_it() {
        log.tamper("UPDATE eventlog.event SET payload = '\"forged\"' WHERE position = 14");
        log.rechain(14);
        log.anew().sign();

        assertThat(log.verify().firstBroken()).isEmpty();
        assertThat(held().firstBroken()).contains(Finding.at(11, Damage.REWRITTEN, 20));
    }

    @Test
    void a_log_cut_off_before_it_is_found() {
        log.tamper("DELETE FROM eventlog.event WHERE position > 12");

        assertThat(log.verify().firstBroken()).isEmpty();
        assertThat(held().firstBroken()).contains(Finding.at(13, Damage.TRUNCATED, 20));
    }

    @Test
    void a_verification_that_runs_already_hears_it_too() {
        log.tamper("DELETE FROM eventlog.event WHERE position > 12");
        Verification running = log.verifications.request();
        Verification joined = log.anew().verifications.request(Optional.of(kept));
        log.runner.runPending(new Stop());

        assertThat(joined.id()).isEqualTo(running.id());
        assertThat(log.verifications.newest())
                .get()
                .satisfies(newest -> assertThat(newest.id()).isEqualTo(running.id()))
                .satisfies(newest -> assertThat(newest.firstBroken()).isPresent());
    }

    @Test
    void one_that_was_put_among_them_unsigned_is_not_heard() {
        log.verifications.request(Optional.of(kept));
        log.asOwner("UPDATE eventlog.witness SET head_hash = sha256('')");
        log.runner.runPending(new Stop());

        assertThat(log.verifications.newest().flatMap(Verification::firstBroken))
                .isEmpty();
    }

    private Verification held() {
        log.verifications.request(Optional.of(kept));
        log.runner.runPending(new Stop());
        return log.verifications.newest().orElseThrow();
    }
}
