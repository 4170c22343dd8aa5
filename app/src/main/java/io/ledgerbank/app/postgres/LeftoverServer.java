package io.ledgerbank.app.postgres;

import io.ledgerbank.app.startup.StartupRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL of a LedgerBank that was killed: it runs on and holds the data. The caller holds the folder's lock, so
 * whatever serves this data now serves nobody.
 */
final class LeftoverServer {

    private static final Logger log = LoggerFactory.getLogger(LeftoverServer.class);

    private LeftoverServer() {}

    /** Ends the server that still runs on {@code data}, if there is one, and no other process. */
    static void endOn(Path data, PostgresProgram programs) {
        Path pidFile = Postmaster.fileIn(data);
        Optional<Postmaster> named = Postmaster.of(data);
        if (named.isEmpty()) {
            return;
        }
        ProcessHandle process = named.get().process();
        switch (named.get().identity(data)) {
            case OURS -> end(process, data, programs);
            case STRANGER -> forget(pidFile, process);
            case UNKNOWN -> log.warn("Cannot tell what process {} is that {} names", process.pid(), pidFile);
        }
    }

    private static void end(ProcessHandle process, Path data, PostgresProgram programs) {
        log.info("Ending PostgreSQL process {}, left behind by a LedgerBank that was killed", process.pid());
        boolean ended = List.of("fast", "immediate").stream()
                .map(mode ->
                        programs.run("pg_ctl", List.of("stop", "-D", data.toString(), "-m", mode, "-w", "-t", "30")))
                .anyMatch(stop -> !stop.failed());
        if (!ended) {
            throw new StartupRefused("PostgreSQL process " + process.pid() + ", left behind on " + data
                    + " by a LedgerBank that was killed, does not end: end it yourself and start again.");
        }
    }

    /** The number went to another process after a crash; PostgreSQL would take that process for its own and not start. */
    private static void forget(Path pidFile, ProcessHandle stranger) {
        log.info("{} names process {}, which is not its server any more", pidFile, stranger.pid());
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new StartupRefused("The outdated file " + pidFile + " cannot be deleted (" + e + ").", e);
        }
    }
}
