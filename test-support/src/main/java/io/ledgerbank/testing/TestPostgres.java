package io.ledgerbank.testing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * One real PostgreSQL for all tests of a JVM, started by the first that asks and gone, with its data, when the JVM ends.
 * Thread-safe.
 *
 * <p>{@code LEDGERBANK_TEST_DATASOURCE_URL} (with {@code …_USERNAME} and {@code …_PASSWORD} of a superuser) makes the
 * tests use that server instead; they create databases and LedgerBank's two roles there and drop the databases again.
 */
public final class TestPostgres {

    private static final Map<List<HouseSchema>, String> TEMPLATES = new ConcurrentHashMap<>();

    private TestPostgres() {}

    /**
     * Creates a database with LedgerBank's roles and schemas, migrated from the named houses' folders ({@code "eventlog"},
     * {@code "identity"}, {@code "readmodel"}, {@code "saga"}) in the order given. The first call with a list of folders
     * migrates, later ones copy. Without folders the schemas are empty. Connections to it are the caller's to close.
     *
     * @throws IllegalArgumentException if no house has such a folder
     */
    public static TestDatabase freshDatabase(String... migrationFolders) {
        List<HouseSchema> schemas =
                Stream.of(migrationFolders).map(HouseSchema::named).distinct().toList();
        String template = TEMPLATES.computeIfAbsent(schemas, TestPostgres::migratedTemplate);
        String name = TestServer.get().createDatabaseLike(template);
        return new TestDatabase(
                TestServer.get().urlOf(name),
                TestRole.APP.user(),
                TestRole.APP.password(),
                TestRole.OWNER.user(),
                TestRole.OWNER.password());
    }

    private static String migratedTemplate(List<HouseSchema> schemas) {
        String template = TestServer.get().createBootstrappedDatabase();
        schemas.forEach(schema -> schema.migrate(TestServer.get().urlOf(template)));
        return template;
    }
}
