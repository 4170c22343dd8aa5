package io.ledgerbank.app.postgres;

import io.ledgerbank.app.startup.StartupRefused;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.internal.exception.FlywaySqlException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Brings every house's schema up to date, each from its own folder, as its own owner, with its own history table. */
final class SchemaMigrations {

    private static final Logger log = LoggerFactory.getLogger(SchemaMigrations.class);

    private static final List<String> OWNED_BY_OWNER = List.of("eventlog", "identity");
    private static final List<String> OWNED_BY_APP = List.of("readmodel", "saga");
    private static final String NOT_ALLOWED = "42501";

    private final String root;
    private final Database database;
    private final String appRole;

    private SchemaMigrations(String root, Database database, String appRole) {
        this.root = root;
        this.database = database;
        this.appRole = appRole;
    }

    /** Looks for a folder per schema below {@code root} on the classpath. Safe to run on several nodes at once: each schema's history table is locked meanwhile. */
    static void run(String root, Database database) {
        var migrations = new SchemaMigrations(root, database, quotedNameOf(database));
        OWNED_BY_OWNER.forEach(schema -> migrations.migrate(schema, database.owner()));
        OWNED_BY_APP.forEach(schema -> migrations.migrate(schema, database.app()));
    }

    private void migrate(String schema, DatabaseLogin login) {
        String folder = root + "/" + schema;
        if (isEmpty(folder)) {
            log.debug("No migrations for {}", schema);
            return;
        }
        try {
            int executed = Flyway.configure()
                    .dataSource(database.url(), login.user(), login.password())
                    .locations("classpath:" + folder)
                    .schemas(schema)
                    .defaultSchema(schema)
                    .createSchemas(true)
                    .placeholders(Map.of("appRole", appRole))
                    .load()
                    .migrate()
                    .migrationsExecuted;
            log.info("Schema {} is up to date, {} new migrations", schema, executed);
        } catch (FlywaySqlException e) {
            throw NOT_ALLOWED.equals(e.getSqlState()) ? notPrepared(schema, login, e) : e;
        }
    }

    private static StartupRefused notPrepared(String schema, DatabaseLogin login, FlywaySqlException cause) {
        return new StartupRefused(
                "The database does not let " + login + " migrate the schema " + schema
                        + ": run db/bootstrap.sql in it once, as docs/operations.md says.",
                cause);
    }

    private static boolean isEmpty(String folder) {
        try {
            return new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder + "/*.sql").length
                    == 0;
        } catch (IOException e) {
            throw new IllegalStateException("The migrations in " + folder + " cannot be listed", e);
        }
    }

    private static String quotedNameOf(Database database) {
        try (Connection connection = database.connectAs(database.app());
                Statement statement = connection.createStatement();
                ResultSet name = statement.executeQuery("SELECT quote_ident(current_user)")) {
            name.next();
            return name.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException("The database does not tell who its user is", e);
        }
    }
}
