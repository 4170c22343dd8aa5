package io.ledgerbank.benchmarks;

import io.ledgerbank.benchmarks.server.BenchmarkServer;
import io.ledgerbank.benchmarks.server.Pgbench;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What somebody has to know who wants to compare the figures with his own. */
final class Machine {

    private static final long MEBIBYTE = 1024 * 1024;

    private final List<String> constant;

    private final LeftByCollections left;

    private Machine(List<String> constant, LeftByCollections left) {
        this.constant = List.copyOf(constant);
        this.left = left;
    }

    static Machine observed(Settings settings, BenchmarkServer server, Optional<Pgbench> pgbench)
            throws IOException, InterruptedException, SQLException {
        List<String> facts = new ArrayList<>();
        facts.add("Begun at %s, commit %s, load average %s before."
                .formatted(
                        Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS),
                        commit(),
                        firstWord(Path.of("/proc/loadavg"))));
        facts.add("%d cores, %s, %s %s, data on %s."
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        processor(),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        Files.getFileStore(settings.data()).type()));
        facts.add("PostgreSQL: "
                + server.settings().entrySet().stream()
                        .map(setting -> setting.getKey() + " " + setting.getValue())
                        .collect(Collectors.joining(", "))
                + ".");
        facts.add(
                pgbench.isPresent()
                        ? "%s, scale %d, -M prepared.".formatted(pgbench.get().version(), settings.scale())
                        : "There was no pgbench.");
        return new Machine(facts, LeftByCollections.observed());
    }

    /** Those, and how much memory was used until now. */
    List<String> facts() {
        return Stream.concat(constant.stream(), Stream.of(memory())).toList();
    }

    private String memory() {
        String collectors = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .map(GarbageCollectorMXBean::getName)
                .collect(Collectors.joining(", "));
        return "Java %s, at most %,d MiB of heap, %,d MiB of it left at the most by a collection; %s. All sides and their callers share this process."
                .formatted(
                        Runtime.version(),
                        Runtime.getRuntime().maxMemory() / MEBIBYTE,
                        left.bytes() / MEBIBYTE,
                        collectors);
    }

    private static String processor() throws IOException {
        Path information = Path.of("/proc/cpuinfo");
        if (Files.notExists(information)) {
            return System.getProperty("os.arch");
        }
        return Files.readAllLines(information).stream()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse(System.getProperty("os.arch"));
    }

    private static String firstWord(Path file) throws IOException {
        return Files.exists(file) ? Files.readString(file).split(" ")[0] : "unknown";
    }

    private static String commit() throws InterruptedException {
        try {
            Process git = new ProcessBuilder("git", "describe", "--always", "--dirty")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 ? said : "unknown";
        } catch (IOException e) {
            return "unknown";
        }
    }
}
