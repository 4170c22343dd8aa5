package io.ledgerbank.benchmarks;

import io.ledgerbank.benchmarks.load.Callers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What to measure, and for how long.
 *
 * @param rows as the table of goals numbers them, or {@code all}
 * @param run how long each side is asked at a time
 * @param warmUp how long each side is asked before that, at the least: compilation takes its time on few cores
 * @param runs how often the sides take turns
 * @param scale of pgbench; 0 leaves it out
 * @param accounts between which money is moved
 * @param events of the long log of row 8
 * @param data a folder on the disk that is to be measured; emptied before and after
 * @param results where pages and charts go
 */
public record Settings(
        Set<String> rows,
        Duration run,
        Duration warmUp,
        int runs,
        int scale,
        int accounts,
        long events,
        Path data,
        Path results) {

    private static final int CALLERS = 64;

    /** From system properties of the same names, {@code seconds} for the length of a run. */
    static Settings given() {
        return new Settings(
                Arrays.stream(property("rows", "1,2,3,4,5,6").split(","))
                        .map(String::strip)
                        .collect(Collectors.toSet()),
                Duration.ofSeconds(number("seconds", 10)),
                Duration.ofSeconds(number("warmup", 20)),
                Math.toIntExact(number("runs", 3)),
                Math.toIntExact(number("scale", 100)),
                Math.toIntExact(number("accounts", 1_000)),
                number("events", 20_000_000),
                Path.of(property("data", "target/benchmark")),
                Path.of(property("results", "target/results")));
    }

    public Callers callers() {
        return new Callers(CALLERS);
    }

    boolean includes(String row) {
        return rows.contains("all") || rows.contains(row);
    }

    /** What to type to measure one row again. */
    String command(String row) {
        return "./mvnw -q -Pbenchmark -Drows=%s -Dseconds=%d -Dwarmup=%d -Druns=%d -Dscale=%d -Daccounts=%d -Devents=%d"
                .formatted(row, run.toSeconds(), warmUp.toSeconds(), runs, scale, accounts, events);
    }

    private static String property(String name, String otherwise) {
        return Optional.ofNullable(System.getProperty(name))
                .filter(value -> !value.isBlank())
                .orElse(otherwise);
    }

    private static long number(String name, long otherwise) {
        return Long.parseLong(property(name, Long.toString(otherwise)));
    }
}
