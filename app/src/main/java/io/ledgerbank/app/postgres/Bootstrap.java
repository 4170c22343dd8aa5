package io.ledgerbank.app.postgres;

import io.ledgerbank.app.startup.StartupRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.core.io.ClassPathResource;

/** Does on the embedded server what an operator does on his own: the database, then db/bootstrap.sql in it. */
final class Bootstrap {

    private static final String DATABASE = "ledgerbank";
    private static final String WRONG_PASSWORD = "28P01";

    private Bootstrap() {}

    /** Leaves alone what is there already. */
    static Database prepare(int port, PostgresPasswords passwords) {
        var superuser = new DatabaseLogin(Cluster.SUPERUSER, passwords.superuser());
        try {
            createDatabase(new Database(url(port, "postgres"), superuser, superuser).connectAs(superuser));
            var database = new Database(
                    url(port, DATABASE),
                    new DatabaseLogin("ledgerbank_app", passwords.app()),
                    new DatabaseLogin("ledgerbank_owner", passwords.owner()));
            createRolesAndSchemas(database.connectAs(superuser), passwords);
            return database;
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private static void createDatabase(Connection connection) throws SQLException {
        try (connection;
                Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery("SELECT FROM pg_database WHERE datname = '" + DATABASE + "'")) {
            if (!found.next()) {
                statement.execute("CREATE DATABASE " + DATABASE);
            }
        }
    }

    private static void createRolesAndSchemas(Connection connection, PostgresPasswords passwords) throws SQLException {
        try (connection;
                PreparedStatement password = connection.prepareStatement("SELECT set_config(?, ?, false)");
                Statement statement = connection.createStatement()) {
            hand(password, "ledgerbank.owner_password", passwords.owner());
            hand(password, "ledgerbank.app_password", passwords.app());
            statement.execute(bootstrapSql());
        }
    }

    private static void hand(PreparedStatement setting, String name, String value) throws SQLException {
        setting.setString(1, name);
        setting.setString(2, value);
        setting.execute();
    }

    private static String bootstrapSql() {
        try {
            return new ClassPathResource("db/bootstrap.sql").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("db/bootstrap.sql is missing from the build", e);
        }
    }

    private static StartupRefused refused(SQLException failure) {
        if (WRONG_PASSWORD.equals(failure.getSQLState())) {
            return new StartupRefused(
                    "The embedded PostgreSQL does not take the password in passwords.properties: restore the file that"
                            + " belongs to this data from a backup.",
                    failure);
        }
        return new StartupRefused(
                "The embedded PostgreSQL cannot be prepared ("
                        + String.valueOf(failure.getMessage()).replaceAll("\\s+", " ") + ").",
                failure);
    }
}
