package io.ledgerbank.benchmarks;

import io.ledgerbank.benchmarks.report.Findings;
import io.ledgerbank.benchmarks.report.Results;
import io.ledgerbank.benchmarks.row.Bench;
import io.ledgerbank.benchmarks.row.ExternalRow;
import io.ledgerbank.benchmarks.row.HotAccountRow;
import io.ledgerbank.benchmarks.row.HotPathsRow;
import io.ledgerbank.benchmarks.row.HttpRow;
import io.ledgerbank.benchmarks.row.LongLogRow;
import io.ledgerbank.benchmarks.row.LongStreamRow;
import io.ledgerbank.benchmarks.row.RebuildRow;
import io.ledgerbank.benchmarks.row.Row;
import io.ledgerbank.benchmarks.row.StockAxonRow;
import io.ledgerbank.benchmarks.row.TransfersRow;
import io.ledgerbank.benchmarks.row.VisibleRow;
import io.ledgerbank.benchmarks.server.BenchmarkServer;
import io.ledgerbank.benchmarks.server.Pgbench;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** Measures rows of the table of goals, prints what came of them and writes it into the docs. */
public final class Benchmarks {

    private static final List<Row> ROWS = List.of(
            new TransfersRow(),
            new HttpRow(),
            new ExternalRow(),
            new StockAxonRow(),
            new HotAccountRow(),
            new VisibleRow(),
            new RebuildRow(),
            new LongLogRow(),
            new LongStreamRow(),
            new HotPathsRow());

    private Benchmarks() {}

    /** Takes its settings from system properties; ends the process, with 1 when the books of a side are wrong. */
    public static void main(String[] args) {
        // Axon would ask its makers for news.
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.setProperty("disable-axoniq-console-message", "true");
        LoggingSystem.get(Benchmarks.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        System.exit(exitCode());
    }

    /** To be handed to the JVM, which the janitor of stock Axon's time limits would keep alive for ever. */
    private static int exitCode() {
        try {
            run(Settings.given(), System.out);
            return 0;
        } catch (Exception e) {
            e.printStackTrace(System.out);
            return 1;
        }
    }

    static List<Findings> run(Settings settings, PrintStream out) throws Exception {
        List<Findings> all = new ArrayList<>();
        Results results = new Results(settings.results());
        try (BenchmarkServer server = BenchmarkServer.start(settings.data())) {
            Optional<Pgbench> pgbench =
                    settings.scale() > 0 ? Pgbench.find(server, settings.scale()) : Optional.empty();
            Machine machine = Machine.observed(settings, server, pgbench);
            for (Row row : ROWS) {
                if (settings.includes(row.number())) {
                    out.println("Row " + row.number());
                    Findings findings = row.measure(new Bench(settings, server, pgbench, out));
                    out.println(Results.tables(findings));
                    results.write(findings, machine.facts(), settings.command(row.number()));
                    all.add(findings);
                }
            }
        }
        return all;
    }
}
