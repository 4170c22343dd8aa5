package io.ledgerbank.app.health;

import io.ledgerbank.command.audit.Evidence;
import io.ledgerbank.command.audit.Finding;
import java.time.Instant;
import java.util.Optional;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Down when the event log was found tampered with, or cannot be read. The service still answers, because whether a bank stops is for people
 * to decide, so this is for operators and not among the conditions of readiness.
 */
final class LogHealth implements HealthIndicator {

    private final Evidence evidence;

    LogHealth(Evidence evidence) {
        this.evidence = evidence;
    }

    @Override
    public Health health() {
        Optional<Finding> damage = evidence.damage();
        return damage.map(LogHealth::broken)
                .or(() -> evidence.unreadableSince().map(LogHealth::unreadable))
                .orElseGet(Health::up)
                .withDetail("checkpointPosition", evidence.checkpointPosition())
                .build();
    }

    private static Health.Builder broken(Finding finding) {
        return Health.down()
                .withDetail("damage", finding.damage())
                .withDetail("position", finding.position())
                .withDetail("meaning", finding.description());
    }

    private static Health.Builder unreadable(Instant since) {
        return Health.down().withDetail("unreadableSince", since);
    }
}
