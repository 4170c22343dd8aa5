package io.ledgerbank.command.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.testing.TestPostgres;
import java.security.KeyPair;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Thirty events, the first ten and the second ten signed. */
class VerifyingTheLogTest {

    private static final KeyPair KEY = Ed25519.generate();

    private final AuditedLog log = AuditedLog.of(TestPostgres.freshDatabase("eventlog"), KEY);

    @BeforeEach
    void there_are_two_checkpoints_and_a_tail() {
        log.append(10);
        log.sign();
        log.append(10);
        log.sign();
        log.append(10);
    }

    @Test
    void an_untouched_log_is_intact() {
        Verification verification = log.verify();

        assertThat(verification.firstBroken()).isEmpty();
        assertThat(verification.positionsChecked()).isEqualTo(30);
        assertThat(verification.checkpointsChecked()).isEqualTo(2);
        assertThat(verification.head().position()).isEqualTo(30);
    }

    @Test
    void an_empty_log_is_intact() {
        Verification verification =
                AuditedLog.of(TestPostgres.freshDatabase("eventlog"), KEY).verify();

        assertThat(verification.firstBroken()).isEmpty();
        assertThat(verification.head()).isEqualTo(StoredHashes.Stored.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "payload = '\"event 9\"'",
                "metadata = '{\"actor\":\"somebody else\"}'",
                "recorded_at = recorded_at + interval '1 microsecond'",
                "revision = '2'",
                "type = 'Other'",
                "sequence = 77",
                "stream_id = 'another'",
                "stream_type = 'Other'",
                "event_id = gen_random_uuid()",
                "hash = sha256('')"
            })
    void a_changed_event_is_found_in_every_part_of_the_log(String change) {
        log.tamper("UPDATE eventlog.event SET " + change + " WHERE position = 25");
        assertBroken(Finding.at(25, Damage.CHANGED));

        log.tamper("UPDATE eventlog.event SET " + change + " WHERE position = 14");
        assertBroken(Finding.at(14, Damage.CHANGED));
    }

    @Test
    void an_event_whose_columns_were_emptied_or_cut_is_found() {
        log.asOwner("""
                ALTER TABLE eventlog.event
                    DROP CONSTRAINT event_hash_is_sha256, DROP CONSTRAINT event_has_a_time, ALTER payload DROP NOT NULL""");
        log.tamper("UPDATE eventlog.event SET hash = '\\x00' WHERE position = 30");
        assertBroken(Finding.at(30, Damage.CHANGED));

        log.tamper("UPDATE eventlog.event SET recorded_at = '-infinity' WHERE position = 25");
        assertBroken(Finding.at(25, Damage.CHANGED));

        log.tamper("UPDATE eventlog.event SET payload = NULL WHERE position = 14");
        assertBroken(Finding.at(14, Damage.CHANGED));
    }

    @Test
    void a_deleted_event_is_missed() {
        log.tamper("DELETE FROM eventlog.event WHERE position = 14");
        assertBroken(Finding.at(14, Damage.MISSING));
    }

    @Test
    void a_deleted_end_of_a_signed_range_is_missed() {
        log.tamper("DELETE FROM eventlog.event WHERE position BETWEEN 18 AND 22");
        assertBroken(Finding.at(18, Damage.MISSING));
    }

    @Test
    void two_swapped_events_are_found_at_the_first() {
        log.tamper("UPDATE eventlog.event SET position = 99 WHERE position = 14");
        log.tamper("UPDATE eventlog.event SET position = 14 WHERE position = 17");
        log.tamper("UPDATE eventlog.event SET position = 17 WHERE position = 99");
        assertBroken(Finding.at(14, Damage.CHANGED));
    }

    @Test
    void a_truncated_tail_is_found_by_the_checkpoint_that_had_seen_it() {
        log.tamper("DELETE FROM eventlog.event WHERE position > 15");
        assertBroken(Finding.at(16, Damage.TRUNCATED, 20));
    }

    @Test
    void a_log_hashed_anew_contradicts_the_first_checkpoint_behind_the_change() {
        log.tamper("UPDATE eventlog.event SET payload = '\"forged\"' WHERE position = 14");
        log.rechain(14);
        assertBroken(Finding.at(11, Damage.REWRITTEN, 20));
        assertThat(log.verify().positionsChecked()).isEqualTo(10);
    }

    @Test
    void a_log_hashed_anew_is_found_by_its_checkpoint_alone() {
        log.tamper("UPDATE eventlog.event SET payload = '\"forged\"' WHERE position = 25");
        log.rechain(25);
        assertThat(log.verify().firstBroken()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "head_hash = sha256('')",
                "merkle_root = sha256('')",
                "signed_at = signed_at + interval '1 microsecond'",
                "signed_at = 'infinity'",
                "previous_hash = sha256('')",
                "signature = signature || ''::bytea, previous_position = 9, events = 11",
                "signature = decode(repeat('00', 64), 'hex')"
            })
    void a_forged_checkpoint_is_found(String change) {
        log.tamperWith("checkpoint", "UPDATE eventlog.checkpoint SET " + change + " WHERE position = 20");
        assertBroken(Finding.at(11, Damage.CHECKPOINT_FORGED, 20));
    }

    @Test
    void a_checkpoint_of_a_rewritten_log_that_the_owner_signs_itself_is_of_an_unknown_key() {
        log.tamperWith("checkpoint", "DELETE FROM eventlog.checkpoint");
        log.tamper("UPDATE eventlog.event SET payload = '\"forged\"' WHERE position = 14");
        log.rechain(14);
        AuditedLog.of(log.database, Ed25519.generate()).sign();
        assertBroken(Finding.at(1, Damage.CHECKPOINT_KEY_UNKNOWN, 30));
    }

    @Test
    void a_checkpoint_missing_between_others_is_found() {
        log.sign();
        log.tamperWith("checkpoint", "DELETE FROM eventlog.checkpoint WHERE position = 20");
        assertBroken(Finding.at(11, Damage.CHECKPOINT_MISSING, 30));
    }

    private void assertBroken(Finding finding) {
        Verification verification = log.verify();
        assertThat(verification.firstBroken()).contains(finding);
        assertThat(verification.positionsChecked()).isEqualTo(finding.position() - 1);
        assertThat(verification.head().position()).isEqualTo(log.head());
    }
}
