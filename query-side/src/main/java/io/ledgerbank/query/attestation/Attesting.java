package io.ledgerbank.query.attestation;

import io.ledgerbank.api.audit.Signatory;
import io.ledgerbank.query.attestation.Report.Books;
import io.ledgerbank.query.attestation.Scratch.Limits;
import io.ledgerbank.query.audit.Total;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * Replays the log from its first event, holds the read models against it and has what was found signed. Most of it is done
 * before the moment whose read models are compared, so that the database has to keep that moment for a short time only.
 * Thread-safe.
 */
final class Attesting {

    private static final Logger LOG = LoggerFactory.getLogger(Attesting.class);
    private static final int PATIENCE_SECONDS = 30;

    private static final String HEAD = "SELECT encode(hash, 'hex') FROM eventlog.event WHERE position = :position";
    private static final String CHECKPOINT = "SELECT coalesce(max(position), 0) FROM eventlog.checkpoint";

    private final EventStore log;
    private final ReadModels models;
    private final AttestationTable table;
    private final Signatory signatory;
    private final TransactionOperations snapshot;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    /** @param snapshot sees one moment of the database */
    Attesting(
            EventStore log,
            AttestationTable table,
            Signatory signatory,
            TransactionOperations snapshot,
            JdbcClient jdbc,
            JsonMapper json,
            Clock clock) {
        this.log = log;
        this.models = new ReadModels(jdbc);
        this.table = table;
        this.signatory = signatory;
        this.snapshot = snapshot;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    void attest(UUID id) throws InterruptedException {
        Instant startedAt = clock.instant();
        Scratch scratch = new Scratch();
        Comparison comparison = new Comparison(models);
        Limits limits;
        try (BlockingStream<TrackedEventMessage<?>> events = log.openStream(new GlobalSequenceTrackingToken(0))) {
            long reached = replay(events, scratch, models.limits().least(), 0);
            limits = Objects.requireNonNull(snapshot.execute(transaction -> {
                Limits now = models.limits();
                replayOn(events, scratch, now, reached);
                comparison.compare(scratch, now);
                return now;
            }));
        }
        Report report = report(id, startedAt, scratch, comparison, limits.last());
        String text = json.writeValueAsString(report);
        table.finish(report, text, signatory.sign(Report.FORMAT, text));
        if (!report.intact()) {
            LOG.error("Attestation {} has found {} differences", id, report.differenceCount());
        }
    }

    private static void replayOn(
            BlockingStream<TrackedEventMessage<?>> events, Scratch scratch, Limits limits, long reached) {
        try {
            replay(events, scratch, limits, reached);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The service is stopping", e);
        }
    }

    /** Up to the last of the limits; tells the position reached. */
    private static long replay(BlockingStream<TrackedEventMessage<?>> events, Scratch scratch, Limits limits, long from)
            throws InterruptedException {
        long position = from;
        while (position < limits.last()) {
            if (!events.hasNextAvailable(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The log ends at %d, before %d".formatted(position, limits.last()));
            }
            TrackedEventMessage<?> event = events.nextAvailable();
            position = event.trackingToken().position().orElseThrow();
            scratch.apply(position, event.getPayload(), limits);
        }
        return position;
    }

    private Report report(UUID id, Instant startedAt, Scratch scratch, Comparison comparison, long last) {
        List<Books> books = books(scratch);
        boolean balanced =
                books.stream().allMatch(in -> in.difference().minorUnits().signum() == 0);
        return new Report(
                Report.FORMAT,
                id,
                startedAt,
                clock.instant(),
                scratch.events(),
                last,
                jdbc.sql(HEAD)
                        .param("position", last)
                        .query(String.class)
                        .optional()
                        .orElse(""),
                jdbc.sql(CHECKPOINT).query(Long.class).single(),
                comparison.compared(),
                comparison.differences(),
                comparison.told(),
                books,
                comparison.differences() == 0 && balanced);
    }

    private static List<Books> books(Scratch scratch) {
        return scratch.turnovers.keySet().stream()
                .map(Scratch.Key::currency)
                .distinct()
                .sorted(Comparator.comparing(Currency::getCurrencyCode))
                .map(currency -> books(scratch, currency))
                .toList();
    }

    private static Books books(Scratch scratch, Currency currency) {
        BigInteger debits = BigInteger.ZERO;
        BigInteger credits = BigInteger.ZERO;
        for (var turnover : scratch.turnovers.entrySet()) {
            if (turnover.getKey().currency().equals(currency)) {
                debits = debits.add(turnover.getValue().debits());
                credits = credits.add(turnover.getValue().credits());
            }
        }
        Total debited = new Total(debits, currency);
        Total credited = new Total(credits, currency);
        return new Books(currency, debited, credited, debited.minus(credited));
    }
}
