package io.ledgerbank.simulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A simulator in a process of its own, on a free port. */
final class BankProcess implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("answers at (http://[0-9.:]+)");

    private final Process process;
    private final CompletableFuture<URI> url = new CompletableFuture<>();

    private BankProcess(Process process) {
        this.process = process;
        Thread.ofPlatform().daemon().start(this::readOutput);
    }

    static BankProcess start(Path journal) throws IOException {
        return new BankProcess(
                new ProcessBuilder(command(journal)).redirectErrorStream(true).start());
    }

    /** A process that cannot make any file longer than so many KiB; the disk is full for it then. */
    static BankProcess startWithFullDiskAfter(int kibibytes, Path journal) throws IOException {
        String[] shell = {"bash", "-c", "ulimit -f " + kibibytes + "; exec \"$@\"", "bash"};
        ProcessBuilder builder = new ProcessBuilder(shell).redirectErrorStream(true);
        builder.command().addAll(command(journal));
        return new BankProcess(builder.start());
    }

    private static List<String> command(Path journal) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                BankSimulatorApplication.class.getName(),
                "--port=0",
                "--journal=" + journal);
    }

    TestBank bank() throws Exception {
        return new TestBank(url.get(60, TimeUnit.SECONDS));
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("The bank is still running");
        }
        return process.exitValue();
    }

    private void readOutput() {
        StringBuilder output = new StringBuilder();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher address = ADDRESS.matcher(line);
                if (address.find()) {
                    url.complete(URI.create(address.group(1)));
                } else if (!url.isDone()) {
                    output.append(line).append('\n');
                }
            }
        } catch (IOException killed) {
            output.append(killed);
        }
        url.completeExceptionally(new IllegalStateException("The bank did not start: " + output));
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
