package io.ledgerbank.benchmarks.row;

import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.benchmarks.bank.Bank;
import io.ledgerbank.benchmarks.bank.LongLog;
import io.ledgerbank.benchmarks.report.Findings;
import io.ledgerbank.benchmarks.report.Series;
import io.ledgerbank.benchmarks.report.Value;
import io.ledgerbank.benchmarks.report.Verdict;
import io.ledgerbank.benchmarks.server.BenchmarkDatabase;
import io.ledgerbank.query.projection.ProjectionName;
import io.ledgerbank.query.rebuild.Rebuild;
import io.ledgerbank.query.rebuild.RebuildState;
import io.ledgerbank.query.rebuild.Rebuilds;
import java.io.OutputStream;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.PGConnection;

/** Row 7: how fast projections are made anew, beside reading the same events as text. */
public final class RebuildRow implements Row {

    private static final String DATABASE = "row7";
    private static final String EVENTS = "events/s";
    private static final long MOST_EVENTS = 5_000_000;
    private static final long GOAL = 40;
    private static final long TOLD_EVERY = 1_000_000;
    private static final long APPENDED_AT_ONCE = 5_000;
    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    /** While the projection is held where it is. */
    private static final long WRITTEN_LAST = 500;

    private static final int MOST_DRAINS = 6;
    private static final Caller ADMIN = new Caller(UserId.next(), Role.ADMIN);
    private static final List<ProjectionName> MEASURED =
            List.of(ProjectionName.ACCOUNTS, ProjectionName.ENTRIES, ProjectionName.PAYMENTS);

    @Override
    public String number() {
        return "7";
    }

    @Override
    public Findings measure(Bench bench) throws Exception {
        long events = Math.min(MOST_EVENTS, bench.settings().events());
        BenchmarkDatabase database = bench.server().createDatabase(DATABASE);
        fill(bench, database, events);
        try (Bank bank = Bank.shipped(database)) {
            drain(bank);
            database.administer("VACUUM (ANALYZE)");
            database.administer("CHECKPOINT");
            Rebuilds rebuilds = bank.rebuilds();
            List<Side> sides = new ArrayList<>();
            MEASURED.forEach(name -> sides.add(new Side(name.code(), time -> rebuilt(rebuilds, name))));
            sides.add(new Side("COPY of the log as text", time -> copied(database)));
            List<Series> series = bench.takeTurns(sides);
            return new Findings(
                    number(),
                    "Projections made anew",
                    series,
                    series.subList(0, MEASURED.size()).stream()
                            .map(side -> Verdict.ratio(side, series.getLast(), GOAL))
                            .toList(),
                    List.of(
                            "%,d events of transfers, appended through the engine's public append and projected by the service as it"
                                            .formatted(events)
                                    + " ships, which runs meanwhile.",
                            "Events a second are those of filling the new tables, from the request to the last row, their keys included;"
                                    + " the whole is that with indexes, comparison and swap.",
                            "Every rebuild found no differences between its rows and those that were read."));
        } finally {
            bench.server().dropDatabase(DATABASE);
        }
    }

    private static void fill(Bench bench, BenchmarkDatabase database, long events) {
        try (Bank bank = Bank.withoutProcessors(database)) {
            LongLog.fill(bank, events, written -> {
                if (written % TOLD_EVERY < APPENDED_AT_ONCE) {
                    bench.progress().println("filling: %,d events".formatted(written));
                }
            });
        }
    }

    /** One drain is patient for some minutes. */
    private static void drain(Bank bank) throws TimeoutException {
        for (int drains = 1; ; drains++) {
            try {
                bank.followers().drain();
                return;
            } catch (TimeoutException late) {
                if (drains == MOST_DRAINS) {
                    throw late;
                }
            }
        }
    }

    private static List<Value> rebuilt(Rebuilds rebuilds, ProjectionName name) {
        long begin = System.nanoTime();
        Rebuild rebuild = rebuilds.begin(name, ADMIN);
        long filled = 0;
        while (isGoingOn(rebuild)) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
            rebuild = rebuilds.find(name, rebuild.id(), ADMIN);
            if (filled == 0 && rebuild.total() - rebuild.processed() <= WRITTEN_LAST) {
                filled = System.nanoTime() - begin;
            }
        }
        long whole = System.nanoTime() - begin;
        filled = filled == 0 ? whole : filled;
        if (rebuild.state() != RebuildState.SWAPPED || rebuild.differenceCount().orElse(-1L) != 0) {
            throw new IllegalStateException("The rebuild ended as " + rebuild);
        }
        return List.of(
                Value.count(EVENTS, perSecond(rebuild.processed(), filled)),
                Value.count("events/s, the whole", perSecond(rebuild.processed(), whole)));
    }

    private static boolean isGoingOn(Rebuild rebuild) {
        return rebuild.state() == RebuildState.RUNNING || rebuild.state() == RebuildState.COMPARING;
    }

    private static List<Value> copied(BenchmarkDatabase database) throws Exception {
        try (Connection connection = database.connect()) {
            long begin = System.nanoTime();
            long rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("COPY eventlog.event TO STDOUT", OutputStream.nullOutputStream());
            return List.of(Value.count(EVENTS, perSecond(rows, System.nanoTime() - begin)));
        }
    }

    private static long perSecond(long count, long nanos) {
        return Math.round(count * (double) Duration.ofSeconds(1).toNanos() / nanos);
    }
}
