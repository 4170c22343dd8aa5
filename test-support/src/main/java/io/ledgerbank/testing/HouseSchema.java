package io.ledgerbank.testing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.flywaydb.core.Flyway;

/** A house's schema, with the role that owns it and migrates it from {@code classpath:db/migration/<name>}. */
enum HouseSchema {
    EVENTLOG(TestRole.OWNER),
    IDENTITY(TestRole.OWNER),
    READMODEL(TestRole.APP),
    SAGA(TestRole.APP);

    private final TestRole migrator;

    HouseSchema(TestRole migrator) {
        this.migrator = migrator;
    }

    static HouseSchema named(String folder) {
        return Arrays.stream(values())
                .filter(schema -> schema.folder().equals(folder))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "No house has a migration folder '" + folder + "': eventlog, identity, readmodel or saga"));
    }

    void migrate(String url) {
        Flyway.configure()
                .dataSource(url, migrator.user(), migrator.password())
                .locations("classpath:db/migration/" + folder())
                .defaultSchema(folder())
                .schemas(folder())
                .createSchemas(false)
                .placeholders(Map.of("appRole", TestRole.APP.user()))
                .load()
                .migrate();
    }

    private String folder() {
        return name().toLowerCase(Locale.ROOT);
    }
}
