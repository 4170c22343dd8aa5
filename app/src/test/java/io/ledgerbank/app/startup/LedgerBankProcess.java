package io.ledgerbank.app.startup;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** LedgerBank in a JVM of its own, started from the built classes as an operator starts the jar. */
public final class LedgerBankProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Process process;
    private final Path output;
    private final Path errors;

    private LedgerBankProcess(Process process, Path output, Path errors) {
        this.process = process;
        this.output = output;
        this.errors = errors;
    }

    /** Starts with {@code folder} as the working folder; each property is a command line argument without its dashes. */
    public static LedgerBankProcess start(Path folder, List<String> properties) {
        var command = new ArrayList<String>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                productionClasspath(),
                "io.ledgerbank.LedgerBank"));
        properties.forEach(property -> command.add("--" + property));
        try {
            Path output = Files.createTempFile(folder, "stdout", ".txt");
            Path errors = Files.createTempFile(folder, "stderr", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(errors.toFile());
            builder.environment()
                    .keySet()
                    .removeAll(List.of("JWT_SECRET", "SPRING_DATASOURCE_URL", "JAVA_TOOL_OPTIONS"));
            return new LedgerBankProcess(builder.start(), output, errors);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until it says that it is ready, and returns all that it has said. */
    public String awaitReady() {
        awaitThat(() -> !process.isAlive() || hasReported());
        if (!hasReported()) {
            throw new AssertionError("LedgerBank did not start:\n" + output() + errors());
        }
        return output();
    }

    /** Waits until the process has ended by itself, and returns its exit code. */
    public int awaitExit() {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("LedgerBank still runs:\n" + output() + errors());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends it as {@code kill -9} does: nothing in it gets to run any more. */
    public void kill() {
        process.destroyForcibly();
        awaitExit();
    }

    /** Ends it as {@code kill} does. */
    public int terminate() {
        process.destroy();
        return awaitExit();
    }

    public String output() {
        return read(output);
    }

    public String errors() {
        return read(errors);
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            terminate();
        }
    }

    private boolean hasReported() {
        return output().contains("Data ") && output().contains("LedgerBank is ready");
    }

    private static void awaitThat(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Waited " + PATIENCE + " in vain");
            }
            LockSupport.parkNanos(50_000_000);
        }
    }

    private static String productionClasspath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains("test-classes") && !entry.contains("test-support"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
