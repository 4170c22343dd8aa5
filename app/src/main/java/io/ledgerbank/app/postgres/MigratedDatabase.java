package io.ledgerbank.app.postgres;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * What Spring Boot makes the connection pool from. It can be had only for a database that is migrated, so nothing that
 * needs a {@code DataSource} can come too early, whether or not Spring Boot knows of it.
 */
record MigratedDatabase(Database database) implements JdbcConnectionDetails {

    static MigratedDatabase migrate(Database database) {
        SchemaMigrations.run("db/migration", database);
        return new MigratedDatabase(database);
    }

    @Override
    public @Nullable String getUsername() {
        return database.app().user();
    }

    @Override
    public @Nullable String getPassword() {
        return database.app().password();
    }

    @Override
    public String getJdbcUrl() {
        return database.url();
    }
}
