package io.ledgerbank.query.attestation;

import io.ledgerbank.api.id.Uuids;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Has an attestation made at certain times of the day and when one is asked for, by one node at a time, as long as the application runs. */
final class AttestationSchedule implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AttestationSchedule.class);

    /** One for the whole service; whose session ends has let go of it. */
    private static final String TRY = "SELECT pg_try_advisory_lock(7171, 26)";

    private static final String LET_GO = "SELECT pg_advisory_unlock(7171, 26)";
    private static final int LOOK_EVERY_SECONDS = 10;

    private final Attesting attesting;
    private final AttestationTable table;
    private final DataSource database;
    private final Clock calendar;
    private final List<LocalTime> times;
    private volatile ScheduledExecutorService thread = newThread();
    private volatile boolean running;

    /**
     * @param calendar shows the time in the bank's zone
     * @param times of the day; none when attestations are made on request only
     */
    AttestationSchedule(
            Attesting attesting, AttestationTable table, DataSource database, Clock calendar, List<LocalTime> times) {
        this.attesting = attesting;
        this.table = table;
        this.database = database;
        this.calendar = calendar;
        this.times = List.copyOf(times);
    }

    /** It may have been stopped before. */
    @Override
    public void start() {
        if (thread.isShutdown()) {
            thread = newThread();
        }
        running = true;
        thread.scheduleWithFixedDelay(this::look, LOOK_EVERY_SECONDS, LOOK_EVERY_SECONDS, TimeUnit.SECONDS);
    }

    /** Does not wait for the next look. */
    void wake() {
        thread.execute(this::look);
    }

    @Override
    public void stop() {
        running = false;
        thread.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** A schedule ends with the first exception that it sees. */
    private void look() {
        try {
            if (isDue()) {
                table.begin(Uuids.next(), calendar.instant());
            }
            if (table.running().isPresent()) {
                attestAlone();
            }
        } catch (SQLException | RuntimeException e) {
            LOG.warn("The attestation has failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** As soon as one of today's times has come, once for each. */
    private boolean isDue() {
        Instant now = calendar.instant();
        Optional<Instant> latest = table.latestStart();
        return times.stream()
                .map(time -> LocalDate.now(calendar)
                        .atTime(time)
                        .atZone(calendar.getZone())
                        .toInstant())
                .filter(due -> !now.isBefore(due))
                .anyMatch(due -> latest.filter(start -> !start.isBefore(due)).isEmpty());
    }

    /** Whoever has the lock and finds one that runs has found one that was left, or that was just asked for. */
    private void attestAlone() throws SQLException, InterruptedException {
        try (Connection session = database.getConnection()) {
            if (!tell(session, TRY)) {
                return;
            }
            try {
                Optional<UUID> wanted = table.running();
                if (wanted.isPresent()) {
                    attest(wanted.get());
                }
            } finally {
                tell(session, LET_GO);
            }
        }
    }

    private void attest(UUID id) throws InterruptedException {
        try {
            attesting.attest(id);
        } catch (RuntimeException e) {
            table.interrupt(calendar.instant());
            throw e;
        }
    }

    private static boolean tell(Connection session, String sql) throws SQLException {
        try (PreparedStatement statement = session.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static ScheduledExecutorService newThread() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("attestation").daemon().factory());
    }
}
