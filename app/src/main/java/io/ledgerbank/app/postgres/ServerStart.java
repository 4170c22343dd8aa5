package io.ledgerbank.app.postgres;

import io.ledgerbank.app.startup.StartupRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One start of the server, and what went wrong with it, from the server's own log. */
record ServerStart(Path data, Path logFile, PostgresProgram programs) {

    /** Given on the command line, which nothing in postgresql.conf overrides. */
    private static final String ENFORCED = " -c listen_addresses=127.0.0.1 -c unix_socket_directories="
            + " -c fsync=on -c synchronous_commit=on -c full_page_writes=on -c password_encryption=scram-sha-256"
            + " -c logging_collector=off -c log_destination=stderr";

    private static final int ATTEMPTS_ON_FREE_PORTS = 3;

    /** Crash recovery may take long after a big load; pg_ctl notices at once when the server gives up. */
    private static final String PATIENCE_SECONDS = "600";

    private static final Pattern REASON = Pattern.compile("(?:FATAL|PANIC|could not bind [^:]*):\\s+(.*)");

    /** Returns the port that the server listens on; a free one if {@code port} is 0. */
    int on(int port) {
        if (port != 0) {
            return started(port).orElseThrow(() -> refused(port));
        }
        for (int attempt = 1; attempt < ATTEMPTS_ON_FREE_PORTS; attempt++) {
            int free = freePort();
            Optional<Integer> started = started(free);
            if (started.isPresent()) {
                return free;
            }
            if (!portWasTaken()) {
                throw refused(free);
            }
        }
        int free = freePort();
        return started(free).orElseThrow(() -> refused(free));
    }

    private Optional<Integer> started(int port) {
        beginLog();
        PostgresProgram.Ended start = programs.run(
                "pg_ctl",
                List.of(
                        "start",
                        "-D",
                        data.toString(),
                        "-l",
                        logFile.toString(),
                        "-w",
                        "-t",
                        PATIENCE_SECONDS,
                        "-o",
                        "-p " + port + ENFORCED));
        return start.failed() ? Optional.empty() : Optional.of(port);
    }

    /** The log of the run before stays beside it, so that it can be read after a restart. */
    private void beginLog() {
        try {
            if (Files.exists(logFile)) {
                Files.move(
                        logFile,
                        logFile.resolveSibling(logFile.getFileName() + ".1"),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new StartupRefused("The log file " + logFile + " cannot be replaced (" + e + ").", e);
        }
    }

    private boolean portWasTaken() {
        return logged().contains("could not bind");
    }

    private StartupRefused refused(int port) {
        if (portWasTaken()) {
            return new StartupRefused("Port " + port
                    + " is already in use: stop what listens there or set LEDGERBANK_POSTGRES_PORT to another port.");
        }
        Matcher reason = REASON.matcher(logged());
        String why = reason.find() ? reason.group(1).strip() : "it did not say why";
        return new StartupRefused("PostgreSQL cannot start on " + data + " (" + why + "): see " + logFile + ".");
    }

    private String logged() {
        try {
            return Files.readString(logFile);
        } catch (IOException e) {
            return "";
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new StartupRefused("There is no free port on 127.0.0.1 for PostgreSQL (" + e + ").", e);
        }
    }
}
