package io.ledgerbank.app.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * The database LedgerBank runs on: the service's own login, and the one that owns and migrates the event log and the
 * identities. On an external server the two may be the same.
 */
record Database(String url, DatabaseLogin app, DatabaseLogin owner) {

    /** Opens a connection outside any pool; it waits at most ten seconds for the server. */
    Connection connectAs(DatabaseLogin login) throws SQLException {
        var properties = new Properties();
        if (login.user() != null) {
            properties.setProperty("user", login.user());
        }
        if (login.password() != null) {
            properties.setProperty("password", login.password());
        }
        properties.setProperty("ApplicationName", "ledgerbank-startup");
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("loginTimeout", "10");
        return DriverManager.getConnection(url, properties);
    }

    /** The URL carries whatever the operator wrote, so it is not printed. */
    @Override
    public String toString() {
        return "Database[app=" + app + ", owner=" + owner + "]";
    }
}
