package io.ledgerbank.app.postgres;

import io.ledgerbank.app.startup.DataFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A durable PostgreSQL of our own on 127.0.0.1, running from {@link #start} until {@link #close}. */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private final Path data;
    private final PostgresProgram programs;
    private final ServerStart starts;
    private final Database database;
    private final int port;

    private EmbeddedPostgres(Path data, ServerStart starts, Database database, int port) {
        this.data = data;
        this.programs = starts.programs();
        this.starts = starts;
        this.database = database;
        this.port = port;
    }

    /**
     * Starts the server on the folder's data, creating that on the first start and ending a server that a killed
     * LedgerBank left behind. Port 0 means any free one.
     */
    public static EmbeddedPostgres start(DataFolder folder, int port) {
        long begun = System.nanoTime();
        Optional<PostgresPasswords> known = Cluster.findIn(folder);
        var programs = new PostgresProgram(PostgresBinaries.unpackedBelow(folder.resolve("binaries")));
        PostgresPasswords passwords = known.orElseGet(() -> Cluster.createIn(folder, programs));
        Path data = Cluster.dataIn(folder);
        LeftoverServer.endOn(data, programs);
        var starts = new ServerStart(data, folder.resolve("postgres.log"), programs);
        int listening = starts.on(port);
        try {
            Database database = Bootstrap.prepare(listening, passwords);
            log.info("PostgreSQL runs on 127.0.0.1:{} after {} ms", listening, (System.nanoTime() - begun) / 1_000_000);
            return new EmbeddedPostgres(data, starts, database, listening);
        } catch (RuntimeException e) {
            stop(data, programs);
            throw e;
        }
    }

    Database database() {
        return database;
    }

    public int port() {
        return port;
    }

    Path data() {
        return data;
    }

    /** Whether the server's main process lives, as far as the system tells; whether it answers is another matter. */
    boolean isAlive() {
        return Postmaster.of(data)
                .filter(named -> named.identity(data) != Postmaster.Identity.STRANGER)
                .isPresent();
    }

    /**
     * Starts a server that has died, where it listened before, and returns when it has recovered what was committed.
     *
     * @throws StartupRefused when it does not start
     */
    void startAgain() {
        LeftoverServer.endOn(data, programs);
        starts.on(port);
    }

    /** Ends open connections, writes everything down and returns when the server is gone. */
    @Override
    public void close() {
        stop(data, programs);
    }

    private static void stop(Path data, PostgresProgram programs) {
        PostgresProgram.Ended stop =
                programs.run("pg_ctl", List.of("stop", "-D", data.toString(), "-m", "fast", "-w", "-t", "60"));
        if (stop.failed()) {
            log.warn("PostgreSQL did not stop: {}; the next start will end it", stop.output());
        }
    }
}
