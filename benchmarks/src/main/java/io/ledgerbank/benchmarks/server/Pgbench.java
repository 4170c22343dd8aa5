package io.ledgerbank.benchmarks.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PostgreSQL's own TPC-B, the measure of what a server can commit. */
public final class Pgbench {

    private static final Pattern TPS = Pattern.compile("tps = ([0-9]+)");
    private static final String DATABASE = "tpcb";
    private static final String THREADS = "2";

    private final Path program;
    private final BenchmarkServer server;
    private final int scale;
    private boolean filled;

    private Pgbench(Path program, BenchmarkServer server, int scale) {
        this.program = program;
        this.server = server;
        this.scale = scale;
    }

    /** Looks on the path and where packages put it; empty when there is none. */
    public static Optional<Pgbench> find(BenchmarkServer server, int scale) throws IOException {
        List<Path> folders = new ArrayList<>(
                Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"))
                        .map(Path::of)
                        .toList());
        Path packages = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(packages)) {
            try (Stream<Path> versions = Files.list(packages)) {
                versions.map(version -> version.resolve("bin")).forEach(folders::add);
            }
        }
        return folders.stream()
                .map(folder -> folder.resolve("pgbench"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(program -> new Pgbench(program, server, scale));
    }

    /** Transactions per second. The tables are filled before the first run. */
    public long measure(int clients, Duration time) throws IOException, InterruptedException, SQLException {
        if (!filled) {
            server.administer("CREATE DATABASE " + DATABASE);
            runOn("-i", "-q", "-s", Integer.toString(scale));
            filled = true;
        }
        String output = runOn(
                "-n",
                "-M",
                "prepared",
                "-c",
                Integer.toString(clients),
                "-j",
                THREADS,
                "-T",
                Long.toString(Math.max(1, time.toSeconds())));
        Matcher tps = TPS.matcher(output);
        if (!tps.find()) {
            throw new IOException("pgbench told no rate: " + output);
        }
        return Long.parseLong(tps.group(1));
    }

    public String version() throws IOException, InterruptedException {
        return run(List.of(program.toString(), "--version")).strip();
    }

    private String runOn(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "-h",
                "127.0.0.1",
                "-p",
                Integer.toString(server.port()),
                "-U",
                BenchmarkServer.SUPERUSER));
        command.addAll(List.of(options));
        command.add(DATABASE);
        return run(command);
    }

    private String run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", server.superuserPassword());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("pgbench failed: " + output);
        }
        return output;
    }
}
