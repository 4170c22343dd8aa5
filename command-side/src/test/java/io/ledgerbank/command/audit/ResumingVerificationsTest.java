package io.ledgerbank.command.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.command.eventlog.OneRunner;
import io.ledgerbank.testing.TestPostgres;
import java.security.KeyPair;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A verification has passed the checkpoint at 10 and was stopped on its way to the one at 20. */
class ResumingVerificationsTest {

    private static final KeyPair KEY = Ed25519.generate();
    private static final String CHANGE_AN_EARLY_EVENT = "UPDATE eventlog.event SET payload = '0' WHERE position = 3";

    private final AuditedLog log = AuditedLog.of(TestPostgres.freshDatabase("eventlog"), KEY);
    private Verification stopped;

    @BeforeEach
    void a_verification_was_stopped_in_the_middle() {
        log.append(10);
        log.sign();
        log.append(10);
        Verification begun = log.verifications.request();
        log.runner.runPending(stopAfter(12));
        stopped = log.verifications.newest().orElseThrow();
        log.sign();

        assertThat(stopped.id()).isEqualTo(begun.id());
        assertThat(stopped.isRunning()).isTrue();
        assertThat(stopped.checkpointPosition()).isEqualTo(10);
    }

    @Test
    void it_goes_on_from_the_last_checkpoint_passed() {
        log.tamper(CHANGE_AN_EARLY_EVENT); // Not seen again: proof that it did not begin anew.
        Verification ended = resumed();

        assertThat(ended.id()).isEqualTo(stopped.id());
        assertThat(ended.startedAt()).isEqualTo(stopped.startedAt());
        assertThat(ended.firstBroken()).isEmpty();
        assertThat(ended.positionsChecked()).isEqualTo(20);
        assertThat(ended.checkpointsChecked()).isEqualTo(2);
        assertThat(log.verify().firstBroken()).contains(Finding.at(3, Damage.CHANGED));
    }

    @Test
    void progress_that_the_owner_wrote_is_not_believed() {
        log.tamper(CHANGE_AN_EARLY_EVENT);
        log.asOwner("UPDATE eventlog.verification SET positions_checked = positions_checked + 1");

        assertThat(resumed().firstBroken()).contains(Finding.at(3, Damage.CHANGED));
    }

    @Test
    void progress_at_a_checkpoint_that_is_gone_is_not_believed() {
        log.tamper(CHANGE_AN_EARLY_EVENT);
        log.tamperWith("checkpoint", "DELETE FROM eventlog.checkpoint WHERE position = 10");

        assertThat(resumed().firstBroken()).contains(Finding.at(1, Damage.CHECKPOINT_MISSING, 20));
    }

    @Test
    void progress_in_a_log_that_was_rewritten_meanwhile_is_not_believed() {
        log.tamper(CHANGE_AN_EARLY_EVENT);
        log.rechain(3);

        assertThat(resumed().firstBroken()).contains(Finding.at(1, Damage.REWRITTEN, 10));
    }

    @Test
    void a_result_that_the_owner_wrote_is_not_told() {
        log.tamper(CHANGE_AN_EARLY_EVENT);
        log.asOwner("UPDATE eventlog.verification SET checkpoint_position = 0, checkpoint_hash = '\\x00'");
        resumed();
        log.asOwner("UPDATE eventlog.verification SET damage = NULL, broken_position = NULL");

        assertThat(log.verifications.newest()).isEmpty();
    }

    @Test
    void a_result_that_the_owner_wrote_hides_no_result_of_the_service() {
        log.tamper(CHANGE_AN_EARLY_EVENT);
        log.asOwner("UPDATE eventlog.verification SET checkpoint_position = 0, checkpoint_hash = '\\x00'");
        resumed();
        log.asOwner("""
                INSERT INTO eventlog.verification
                SELECT gen_random_uuid(), started_at + interval '1 year', finished_at, positions_checked, checkpoints_checked,
                    checkpoint_position, checkpoint_hash, head_position, head_hash, NULL, NULL, NULL, key_id, signature
                FROM eventlog.verification""");

        assertThat(log.verifications.newestFinished().orElseThrow().firstBroken())
                .contains(Finding.at(3, Damage.CHANGED));
    }

    @Test
    void another_node_leaves_it_alone_as_long_as_one_is_at_it() throws Exception {
        try (Connection busy = log.database.dataSource().getConnection();
                Statement lock = busy.createStatement()) {
            lock.execute("SELECT pg_advisory_lock(%d)".formatted(OneRunner.Task.VERIFYING.key()));
            log.anew().runner.runPending(new Stop());
            assertThat(log.verifications.newest().orElseThrow().isRunning()).isTrue();
        }

        assertThat(resumed().isRunning()).isFalse();
    }

    @Test
    void it_is_joined_by_who_asks_for_another() {
        assertThat(log.anew().verifications.request().id()).isEqualTo(stopped.id());
        assertThat(JdbcClient.create(log.database.dataSource())
                        .sql("SELECT count(*) FROM eventlog.verification")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void one_is_due_when_none_was_begun_for_long_enough() {
        Verification ended = resumed();
        log.verifications.requestWhenDue(Duration.ofDays(1));
        assertThat(log.verifications.newest()).map(Verification::id).contains(ended.id());

        log.verifications.requestWhenDue(Duration.ZERO);
        assertThat(log.verifications.newest()).map(Verification::id).isNotEqualTo(ended.id());
    }

    private static Stop stopAfter(int events) {
        return new Stop() {
            private int passed;

            @Override
            void check() {
                passed++;
                if (passed > events) {
                    ask();
                }
                super.check();
            }
        };
    }

    private Verification resumed() {
        AuditedLog restarted = log.anew();
        restarted.runner.runPending(new Stop());
        return restarted.verifications.newest().orElseThrow();
    }
}
