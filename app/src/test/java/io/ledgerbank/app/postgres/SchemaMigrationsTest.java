package io.ledgerbank.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbank.app.startup.StartupRefused;
import io.ledgerbank.testing.TestDatabase;
import io.ledgerbank.testing.TestPostgres;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class SchemaMigrationsTest {

    private static final String PROBES = "db/probe";

    private final TestDatabase existing = TestPostgres.freshDatabase();
    private final DatabaseLogin app = new DatabaseLogin(existing.username(), existing.password());
    private final DatabaseLogin owner = new DatabaseLogin(existing.ownerUsername(), existing.ownerPassword());

    @Test
    void each_schema_is_migrated_by_its_owner_with_a_history_of_its_own() throws SQLException {
        SchemaMigrations.run(PROBES, new Database(existing.url(), app, owner));

        assertThat(ask("""
                SELECT string_agg(schemaname || '.' || tablename || '=' || tableowner, ' ' ORDER BY schemaname, tablename)
                FROM pg_tables WHERE schemaname IN ('eventlog', 'identity', 'readmodel', 'saga', 'public')"""))
                .isEqualTo("eventlog.flyway_schema_history=ledgerbank_owner eventlog.probe=ledgerbank_owner"
                        + " readmodel.flyway_schema_history=ledgerbank_app readmodel.probe_row=ledgerbank_app");
    }

    @Test
    void the_service_may_do_what_a_migration_grants_to_the_app_role_and_no_more() throws SQLException {
        SchemaMigrations.run(PROBES, new Database(existing.url(), app, owner));

        change(existing.dataSource(), "INSERT INTO eventlog.probe VALUES (1)");
        assertThatThrownBy(() -> change(existing.dataSource(), "UPDATE eventlog.probe SET position = 2"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void a_second_run_changes_nothing() throws SQLException {
        var database = new Database(existing.url(), app, owner);
        SchemaMigrations.run(PROBES, database);
        change(existing.dataSource(), "INSERT INTO eventlog.probe VALUES (7)");

        SchemaMigrations.run(PROBES, database);

        assertThat(ask("SELECT position::text FROM eventlog.probe")).isEqualTo("7");
    }

    @Test
    void a_user_who_owns_nothing_is_sent_to_the_bootstrap() {
        assertThatExceptionOfType(StartupRefused.class)
                .isThrownBy(() -> SchemaMigrations.run(PROBES, new Database(existing.url(), app, app)))
                .withMessageContaining("ledgerbank_app")
                .withMessageContaining("eventlog")
                .withMessageContaining("bootstrap.sql");
    }

    private String ask(String sql) throws SQLException {
        try (var connection = existing.dataSource().getConnection();
                var statement = connection.createStatement();
                var answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private static void change(DataSource dataSource, String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
