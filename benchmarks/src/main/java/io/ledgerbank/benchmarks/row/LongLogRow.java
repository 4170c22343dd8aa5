package io.ledgerbank.benchmarks.row;

import io.ledgerbank.benchmarks.bank.Bank;
import io.ledgerbank.benchmarks.bank.LongLog;
import io.ledgerbank.benchmarks.report.Findings;
import io.ledgerbank.benchmarks.report.Series;
import io.ledgerbank.benchmarks.report.Verdict;
import io.ledgerbank.benchmarks.server.BenchmarkDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;

/** Row 8: whether transfers are as fast at the end of a long log as at the end of a short one. */
public final class LongLogRow implements Row {

    private static final String TRANSFERS = "transfers/s";
    private static final String LONG = "row8_long";
    private static final String SHORT = "row8_short";
    private static final long GOAL = 90;
    private static final long TIMES_LONGER = 20;

    /** With its indexes and its share of the write-ahead log. */
    private static final long BYTES_PER_EVENT = 1_500;

    private static final long TOLD_EVERY = 1_000_000;
    private static final long APPENDED_AT_ONCE = 5_000;
    private static final long GIBIBYTE = 1024 * 1024 * 1024;

    @Override
    public String number() {
        return "8";
    }

    @Override
    public Findings measure(Bench bench) throws Exception {
        long events = bench.settings().events();
        requireRoom(bench, events + events / TIMES_LONGER);
        BenchmarkDatabase longOne = bench.server().createDatabase(LONG);
        BenchmarkDatabase shortOne = bench.server().createDatabase(SHORT);
        try (Bank atLong = Bank.withoutProcessors(longOne);
                Bank atShort = Bank.withoutProcessors(shortOne)) {
            fill(bench, atLong, longOne, events);
            fill(bench, atShort, shortOne, events / TIMES_LONGER);
            BankSide longSide = BankSide.of(atLong, bench.settings());
            BankSide shortSide = BankSide.of(atShort, bench.settings());
            List<Series> series = bench.takeTurns(List.of(
                    new Side(
                            "%,d events".formatted(events),
                            time -> longSide.answered(time, TRANSFERS, longSide.transfers()::transfer)),
                    new Side(
                            "%,d events".formatted(events / TIMES_LONGER),
                            time -> shortSide.answered(time, TRANSFERS, shortSide.transfers()::transfer))));
            return new Findings(
                    number(),
                    "A long log beside a short one",
                    series,
                    List.of(Verdict.ratio(series.getFirst(), series.getLast(), GOAL)),
                    List.of(
                            "Both logs are filled through the engine's public append, chained like any other event, then vacuumed and"
                                    + " checkpointed; accounts are opened behind that, and transfers measured between them.",
                            "Processors are off on both sides: they would have to read the whole log first.",
                            longSide.check("long log"),
                            shortSide.check("short log")));
        } finally {
            bench.server().dropDatabase(LONG);
            bench.server().dropDatabase(SHORT);
        }
    }

    /** Before the bank's lane has decided anything, so that it does not have to catch up. */
    private static void fill(Bench bench, Bank bank, BenchmarkDatabase database, long events) throws SQLException {
        LongLog.fill(bank, events, written -> {
            if (written % TOLD_EVERY < APPENDED_AT_ONCE) {
                bench.progress().println("filling: %,d events".formatted(written));
            }
        });
        database.administer("VACUUM (ANALYZE) eventlog.event");
        database.administer("CHECKPOINT");
    }

    private static void requireRoom(Bench bench, long events) throws IOException {
        long room = Files.getFileStore(bench.settings().data()).getUsableSpace();
        long needed = events * BYTES_PER_EVENT + GIBIBYTE;
        if (room < needed) {
            throw new IOException("%,d events need %,d GiB of disk, and there are %,d GiB: set -Devents"
                    .formatted(events, needed / GIBIBYTE + 1, room / GIBIBYTE));
        }
    }
}
