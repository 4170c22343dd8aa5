package io.ledgerbank.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PostgreSQL's own TPC-B, the measure of what a server can commit. */
final class Pgbench {

    private static final Pattern TPS = Pattern.compile("tps = ([0-9]+)");
    private static final String DATABASE = "tpcb";

    private final Path program;
    private final int port;

    private Pgbench(Path program, int port) {
        this.program = program;
        this.port = port;
    }

    /** Looks on the path and where packages put it; empty when there is none. */
    static Optional<Pgbench> find(int port) throws IOException {
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
                .map(program -> new Pgbench(program, port));
    }

    void fill(BenchmarkServer server, int scale) throws Exception {
        server.create(DATABASE);
        run("-i", "-q", "-s", Integer.toString(scale));
    }

    /** Transactions per second. */
    long measure(int clients, int seconds) throws Exception {
        String output = run(
                "-n", "-M", "prepared", "-c", Integer.toString(clients), "-j", "2", "-T", Integer.toString(seconds));
        Matcher tps = TPS.matcher(output);
        if (!tps.find()) {
            throw new IOException("pgbench told no rate: " + output);
        }
        return Long.parseLong(tps.group(1));
    }

    private String run(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                program.toString(), "-h", "127.0.0.1", "-p", Integer.toString(port), "-U", BenchmarkServer.USER));
        command.addAll(List.of(options));
        command.add(DATABASE);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("pgbench failed: " + output);
        }
        return output;
    }
}
