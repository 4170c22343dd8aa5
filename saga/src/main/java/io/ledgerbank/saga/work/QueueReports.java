package io.ledgerbank.saga.work;

import com.github.kagkarlsson.scheduler.task.Priority;
import io.ledgerbank.api.bank.BankHealth;
import io.ledgerbank.api.bank.Banks;
import io.ledgerbank.saga.work.DeadLetter.Kind;
import io.ledgerbank.saga.work.QueueReport.Queue;
import io.ledgerbank.saga.work.QueueReport.WaitingForPeople;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts what is in the queues. Thread-safe. */
public final class QueueReports {

    private static final String COUNT = """
            SELECT count(*) FILTER (WHERE NOT picked AND execution_time <= :now) AS depth,
                count(*) FILTER (WHERE NOT picked AND execution_time <= :now AND priority >= :critical) AS critical,
                count(*) FILTER (WHERE NOT picked AND execution_time > :now) AS scheduled,
                count(*) FILTER (WHERE picked) AS running,
                count(*) FILTER (WHERE consecutive_failures > 0) AS failing,
                min(execution_time) FILTER (WHERE NOT picked AND execution_time <= :now) AS oldest
            FROM saga.%s_work""";

    private final JdbcClient jdbc;
    private final WorkQueues queues;
    private final DeadLetters letters;
    private final Banks banks;
    private final BankHealth health;
    private final Clock clock;

    QueueReports(JdbcClient jdbc, WorkQueues queues, DeadLetters letters, Banks banks, BankHealth health, Clock clock) {
        this.jdbc = jdbc;
        this.queues = queues;
        this.letters = letters;
        this.banks = banks;
        this.health = health;
        this.clock = clock;
    }

    /** As they are this moment. */
    public QueueReport now() {
        return new QueueReport(
                queues.all().stream()
                        .sorted(Comparator.comparing(WorkQueue::name))
                        .map(this::report)
                        .toList(),
                banks.all().stream()
                        .map(bank -> health.conditionOf(bank.code()))
                        .toList(),
                new WaitingForPeople(
                        letters.parked(Kind.WORK),
                        letters.parked(Kind.EVENT),
                        "/api/dead-letters",
                        "/api/sagas?state=STUCK"));
    }

    private Queue report(WorkQueue queue) {
        return jdbc.sql(COUNT.formatted(queue.name()))
                .param("now", Timestamp.from(clock.instant()))
                .param("critical", Priority.HIGH)
                .query((row, number) -> read(row, queue))
                .single();
    }

    private Queue read(ResultSet row, WorkQueue queue) throws SQLException {
        return new Queue(
                queue.name(),
                row.getLong("depth"),
                row.getLong("critical"),
                row.getLong("scheduled"),
                row.getLong("running"),
                row.getLong("failing"),
                queue.threads(),
                Optional.ofNullable(row.getTimestamp("oldest")).map(Timestamp::toInstant),
                letters.parkedOf(Kind.WORK, queue.name()));
    }
}
