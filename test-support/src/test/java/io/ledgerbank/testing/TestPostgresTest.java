package io.ledgerbank.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class TestPostgresTest {

    @Test
    void gives_every_caller_a_database_of_its_own() throws SQLException {
        TestDatabase first = TestPostgres.freshDatabase("eventlog");
        TestDatabase second = TestPostgres.freshDatabase("eventlog");

        execute(first.dataSource(), "INSERT INTO eventlog.probe VALUES (1)");

        assertThat(first.url()).isNotEqualTo(second.url());
        assertThat(query(first.dataSource(), "SELECT count(*) FROM eventlog.probe"))
                .isEqualTo("1");
        assertThat(query(second.dataSource(), "SELECT count(*) FROM eventlog.probe"))
                .isEqualTo("0");
    }

    @Test
    void the_app_role_may_do_with_an_owned_table_what_its_migration_grants_and_nothing_more() throws SQLException {
        DataSource app = TestPostgres.freshDatabase("eventlog").dataSource();
        execute(app, "INSERT INTO eventlog.probe VALUES (1)");

        assertThatThrownBy(() -> execute(app, "UPDATE eventlog.probe SET position = 2"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> execute(app, "DELETE FROM eventlog.probe")).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> execute(app, "TRUNCATE eventlog.probe")).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> execute(app, "CREATE TABLE eventlog.mine ()"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> execute(app, "CREATE TABLE identity.mine ()"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void each_schema_is_migrated_by_the_role_that_owns_it() throws SQLException {
        DataSource app = TestPostgres.freshDatabase("eventlog", "readmodel").dataSource();

        assertThat(query(app, "SELECT tableowner FROM pg_tables WHERE schemaname = 'eventlog' AND tablename = 'probe'"))
                .isEqualTo("ledgerbank_owner");
        assertThat(query(
                        app,
                        "SELECT tableowner FROM pg_tables WHERE schemaname = 'readmodel' AND tablename = 'probe_row'"))
                .isEqualTo("ledgerbank_app");
        assertThat(
                        query(
                                app,
                                "SELECT string_agg(schemaname, ',' ORDER BY schemaname) FROM pg_tables WHERE tablename = 'flyway_schema_history'"))
                .isEqualTo("eventlog,readmodel");
    }

    @Test
    void a_house_without_migrations_yet_has_an_empty_schema() throws SQLException {
        DataSource app = TestPostgres.freshDatabase("saga").dataSource();

        execute(app, "CREATE TABLE saga.mine (id bigint)");

        assertThat(query(app, "SELECT count(*) FROM saga.mine")).isEqualTo("0");
    }

    @Test
    void a_wrong_password_is_refused() {
        TestDatabase database = TestPostgres.freshDatabase();
        var impostor =
                new TestDatabase(database.url(), database.username(), "wrong", database.ownerUsername(), "wrong");

        assertThatThrownBy(() -> query(impostor.dataSource(), "SELECT 1"))
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void an_unknown_folder_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestPostgres.freshDatabase("ledger"))
                .withMessageContaining("'ledger'");
    }

    private static void execute(DataSource dataSource, String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(DataSource dataSource, String sql) throws SQLException {
        try (var connection = dataSource.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
