package io.ledgerbank.command.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ledgerbank.command.audit.Evidence.Work;
import io.ledgerbank.testing.TestPostgres;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KnowingOfDamageTest {

    private final AuditedLog log = AuditedLog.of(TestPostgres.freshDatabase("eventlog"), Ed25519.generate());
    private final Evidence evidence = new Evidence(log.checkpointing, Clock.systemUTC());
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();

    @BeforeEach
    void ten_events_are_signed() {
        new EvidenceMetrics(evidence).bindTo(metrics);
        log.append(10);
        log.sign();
    }

    @Test
    void a_sound_log_shows_how_far_it_was_proven() {
        log.append(5);
        log.verify();
        look();

        assertThat(gauge("ledgerbank.log.intact")).isEqualTo(1);
        assertThat(gauge("ledgerbank.log.checkpoint.position")).isEqualTo(10);
        assertThat(gauge("ledgerbank.log.verified.position")).isEqualTo(15);
        assertThat(gauge("ledgerbank.log.checkpoint.age")).isPositive();
    }

    @Test
    void damage_that_keeps_a_checkpoint_from_being_signed_is_known() {
        log.append(5);
        log.tamper("UPDATE eventlog.event SET payload = '0' WHERE position = 12");
        log.sign();

        assertThat(gauge("ledgerbank.log.intact")).isZero();
        assertThat(evidence.damage()).contains(Finding.at(12, Damage.CHANGED));
    }

    @Test
    void damage_that_a_verification_found_stays_known_until_another_has_ended_without() {
        log.tamper("UPDATE eventlog.event SET type = 'Other' WHERE position = 3");
        log.verify();
        look();
        assertThat(gauge("ledgerbank.log.intact")).isZero();

        log.tamper("UPDATE eventlog.event SET type = 'Text' WHERE position = 3");
        log.verifications.request();
        look();
        assertThat(gauge("ledgerbank.log.intact")).isZero();

        log.runner.runPending(new Stop());
        look();
        assertThat(gauge("ledgerbank.log.intact")).isEqualTo(1);
    }

    @Test
    void a_log_that_cannot_be_read_is_known_until_it_can() {
        log.append(5);
        log.verifications.request();
        AuditSchedule schedule = new AuditSchedule(
                log.checkpointing, log.verifications, log.runner, evidence, Duration.ofMillis(20), Optional.empty());
        log.asOwner("ALTER TABLE eventlog.event RENAME TO gone");
        schedule.start();
        schedule.wake();
        try {
            await().until(() -> evidence.isFailing(Work.SIGNING) && evidence.isFailing(Work.VERIFYING));
            assertThat(gauge("ledgerbank.log.readable")).isZero();
            assertThat(evidence.unreadableSince()).isPresent();
            assertThat(report().state()).isEqualTo(VerificationReport.State.STALLED);

            log.asOwner("ALTER TABLE eventlog.gone RENAME TO event");
            schedule.wake();
            await().until(() -> evidence.unreadableSince().isEmpty());
            assertThat(gauge("ledgerbank.log.readable")).isEqualTo(1);
            assertThat(report().state()).isEqualTo(VerificationReport.State.FINISHED);
        } finally {
            schedule.stop();
        }
    }

    @Test
    void what_was_verified_is_known_even_when_more_cannot_be() {
        log.verify();
        log.verifications.request();
        AuditSchedule schedule = new AuditSchedule(
                log.checkpointing, log.verifications, log.runner, evidence, Duration.ofDays(1), Optional.empty());
        log.tamper("UPDATE eventlog.event SET type = 'Other' WHERE position = 3");
        log.runner.runPending(new Stop());
        log.verifications.request();
        log.asOwner("ALTER TABLE eventlog.event RENAME TO gone");
        schedule.wake();
        try {
            await().until(() -> evidence.isFailing(Work.VERIFYING));
            assertThat(gauge("ledgerbank.log.intact")).isZero();
        } finally {
            schedule.stop();
        }
    }

    private VerificationReport report() {
        return VerificationReport.of(log.verifications.newest().orElseThrow(), evidence);
    }

    private void look() {
        evidence.remember(log.verifications.newest(), log.verifications.newestFinished());
    }

    private double gauge(String name) {
        return metrics.get(name).gauge().value();
    }
}
