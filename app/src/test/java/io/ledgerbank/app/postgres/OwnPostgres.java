package io.ledgerbank.app.postgres;

import static org.awaitility.Awaitility.await;

import io.ledgerbank.app.startup.DataFolder;
import io.ledgerbank.command.audit.Ed25519;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A durable server that one test has to itself, and may kill; nobody starts it again but the test. */
public final class OwnPostgres implements AutoCloseable {

    private static final String SIGNING_KEY = Ed25519.pem(Ed25519.generate().getPrivate());

    private final DataFolder folder;
    private final EmbeddedPostgres server;

    private OwnPostgres(DataFolder folder, EmbeddedPostgres server) {
        this.folder = folder;
        this.server = server;
    }

    public static OwnPostgres startOn(Path folder) {
        DataFolder claimed = DataFolder.claim(folder.toString());
        return new OwnPostgres(claimed, EmbeddedPostgres.start(claimed, 0));
    }

    /** The properties that point a started application at the database, the owner's for its migrations and the key of its log included. */
    public String[] springProperties() {
        Database database = server.database();
        return new String[] {
            "spring.datasource.url=" + database.url(),
            "spring.datasource.username=" + database.app().user(),
            "spring.datasource.password=" + database.app().password(),
            "spring.flyway.user=" + database.owner().user(),
            "spring.flyway.password=" + database.owner().password(),
            "ledgerbank.signing.key=" + SIGNING_KEY
        };
    }

    /** Connects as the service does; unpooled. */
    public DataSource dataSource() {
        var source = new PGSimpleDataSource();
        source.setUrl(server.database().url());
        source.setUser(server.database().app().user());
        source.setPassword(server.database().app().password());
        return source;
    }

    /** {@code kill -9} of the main process, which takes the others with it. */
    public void kill() {
        kill(server);
    }

    static void kill(EmbeddedPostgres server) {
        Postmaster victim = Postmaster.of(server.data()).orElseThrow();
        victim.process().destroyForcibly();
        await().atMost(Duration.ofSeconds(30)).until(victim::isDead);
    }

    /** Returns when the server has recovered; its other processes may need a moment to notice that they are orphans. */
    public void startAgain() {
        await().atMost(Duration.ofMinutes(1)).ignoreExceptions().until(() -> {
            server.startAgain();
            return true;
        });
    }

    @Override
    public void close() {
        server.close();
        folder.close();
    }
}
