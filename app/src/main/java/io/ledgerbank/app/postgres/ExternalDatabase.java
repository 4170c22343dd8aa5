package io.ledgerbank.app.postgres;

import io.ledgerbank.app.startup.StartupRefused;
import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The operator's own database, tried once before anything is built on it. */
final class ExternalDatabase {

    private static final Logger log = LoggerFactory.getLogger(ExternalDatabase.class);

    private ExternalDatabase() {}

    /** Connects with each login, and refuses the start with a sentence that tells what is wrong with the settings. */
    static Database reach(String url, DatabaseLogin app, @Nullable DatabaseLogin owner) {
        Properties parsed = Driver.parseURL(url, new Properties());
        if (parsed == null) {
            throw new StartupRefused("SPRING_DATASOURCE_URL is not a PostgreSQL URL: it must look like"
                    + " jdbc:postgresql://host:5432/ledgerbank.");
        }
        if (owner == null) {
            log.warn("SPRING_FLYWAY_USER is not set: the service owns the event log that it writes, which then guards"
                    + " itself by triggers alone");
        }
        var database = new Database(url, app, owner == null ? app : owner);
        tryLogin(database, app, parsed);
        if (owner != null) {
            tryLogin(database, owner, parsed);
        }
        return database;
    }

    /** Host, port and database of the URL, without its credentials. */
    static String describe(String url) {
        Properties parsed = Driver.parseURL(url, new Properties());
        return parsed == null ? "an external database" : place(parsed);
    }

    private static void tryLogin(Database database, DatabaseLogin login, Properties parsed) {
        try (Connection connection = database.connectAs(login)) {
            log.debug(
                    "Reached {} as {}", place(parsed), connection.getMetaData().getUserName());
        } catch (SQLException e) {
            throw new StartupRefused(sentence(e, login, parsed), e);
        }
    }

    private static String sentence(SQLException failure, DatabaseLogin login, Properties parsed) {
        String state = String.valueOf(failure.getSQLState());
        return switch (state) {
            case "28P01", "28000", "08004" ->
                "PostgreSQL at " + place(parsed) + " refuses the login of " + login + " (" + said(failure)
                        + "): check the datasource's user and password.";
            case "3D000" ->
                "There is no such database at " + place(parsed) + " (" + said(failure)
                        + "): create it as docs/operations.md says, or correct SPRING_DATASOURCE_URL.";
            case "08001" -> unreachable(failure, parsed);
            default -> "PostgreSQL at " + place(parsed) + " cannot be used (" + said(failure) + ").";
        };
    }

    private static String unreachable(SQLException failure, Properties parsed) {
        if (failure.getCause() instanceof UnknownHostException) {
            return "The host of SPRING_DATASOURCE_URL is unknown: " + place(parsed) + ".";
        }
        return "No PostgreSQL answers at " + place(parsed) + " (" + said(failure)
                + "): start it or correct SPRING_DATASOURCE_URL.";
    }

    private static String place(Properties parsed) {
        return parsed.getProperty("PGHOST") + ":" + parsed.getProperty("PGPORT") + "/" + parsed.getProperty("PGDBNAME");
    }

    private static String said(SQLException failure) {
        Throwable told = failure.getCause() == null ? failure : failure.getCause();
        return String.valueOf(told.getMessage()).replaceAll("\\s+", " ").replaceAll("[.\\s]+$", "");
    }
}
