package io.ledgerbank.app.postgres;

import io.ledgerbank.app.startup.DataFolder;
import io.ledgerbank.app.startup.StartupRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/** PostgreSQL's data on disk: made whole or not at all, and looked at before a server is let near it. */
final class Cluster {

    static final String SUPERUSER = "postgres";

    private static final String MAJOR_VERSION = "18";

    /** Written to postgresql.conf once, so that an operator may change them; what durability needs is not among them. */
    private static final Map<String, String> INITIAL_SETTINGS = Map.of(
            "max_connections", "50",
            "shared_buffers", "256MB",
            "max_wal_size", "2GB",
            "timezone", "UTC",
            "log_timezone", "UTC",
            // Statements that fail are their caller's business, and their text may hold what is nobody else's.
            "log_min_messages", "log");

    private Cluster() {}

    /** The passwords of the cluster in the folder, or nothing if there is none yet; refuses one that cannot be served. */
    static Optional<PostgresPasswords> findIn(DataFolder folder) {
        Path data = dataIn(folder);
        if (!exists(data)) {
            return Optional.empty();
        }
        refuseUnlessOurs(data);
        return Optional.of(PostgresPasswords.keptIn(passwordFileIn(folder)));
    }

    /** Makes a cluster in a folder that has none, with new passwords. */
    static PostgresPasswords createIn(DataFolder folder, PostgresProgram programs) {
        PostgresPasswords passwords = PostgresPasswords.generatedIn(passwordFileIn(folder));
        initialise(folder, programs, passwords.superuser());
        return passwords;
    }

    static Path dataIn(DataFolder folder) {
        return folder.resolve("postgres");
    }

    private static Path passwordFileIn(DataFolder folder) {
        return folder.resolve("passwords.properties");
    }

    private static boolean exists(Path data) {
        if (Files.notExists(data)) {
            return false;
        }
        try (Stream<Path> content = Files.list(data)) {
            return content.findAny().isPresent();
        } catch (IOException e) {
            throw new StartupRefused("The PostgreSQL data in " + data + " cannot be read (" + e + ").", e);
        }
    }

    private static void refuseUnlessOurs(Path data) {
        String version = versionOf(data);
        if (!version.equals(MAJOR_VERSION)) {
            throw new StartupRefused(
                    "The data in " + data + " is of PostgreSQL " + version + ", and this LedgerBank runs "
                            + MAJOR_VERSION + ": upgrade it with pg_upgrade, or move it away to start afresh.");
        }
        Stream.of("postgresql.conf", "pg_hba.conf", "global/pg_control", "base", "pg_wal")
                .filter(name -> Files.notExists(data.resolve(name)))
                .findFirst()
                .ifPresent(missing -> {
                    throw damaged(data, missing + " is missing");
                });
    }

    private static String versionOf(Path data) {
        try {
            String version = Files.readString(data.resolve("PG_VERSION")).strip();
            if (version.matches("\\d{1,3}(\\.\\d{1,3})?")) {
                return version;
            }
        } catch (IOException e) {
            throw damaged(data, "PG_VERSION cannot be read");
        }
        throw damaged(data, "PG_VERSION holds no version");
    }

    private static StartupRefused damaged(Path data, String what) {
        return new StartupRefused("The PostgreSQL data in " + data + " is damaged (" + what
                + "): restore it from a backup, or move it away to start afresh.");
    }

    /** A start killed in here leaves a draft, which is never served and is replaced by the next start. */
    private static void initialise(DataFolder folder, PostgresProgram programs, String superuserPassword) {
        Path draft = folder.resolve("postgres.incomplete");
        try {
            FileSystemUtils.deleteRecursively(draft);
            Path passwordFile = Files.createTempFile(folder.root(), "initdb", ".tmp");
            try {
                Files.writeString(passwordFile, superuserPassword);
                initdb(draft, passwordFile, programs);
            } finally {
                Files.delete(passwordFile);
            }
            Files.move(draft, dataIn(folder), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StartupRefused("PostgreSQL's data cannot be created in " + folder.root() + " (" + e + ").", e);
        }
    }

    private static void initdb(Path data, Path passwordFile, PostgresProgram programs) {
        Stream<String> arguments = Stream.of(
                "--pgdata=" + data,
                "--username=" + SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                // Collation of PostgreSQL's own: an upgrade of the system's C library cannot reorder its indexes.
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
        Stream<String> settings = INITIAL_SETTINGS.entrySet().stream()
                .map(setting -> "--set=" + setting.getKey() + "=" + setting.getValue());
        List<String> all = Stream.concat(arguments, settings).toList();
        PostgresProgram.Ended initdb = programs.run("initdb", all);
        if (initdb.failed()) {
            throw new StartupRefused("PostgreSQL's data cannot be created: " + lastLine(initdb.output()));
        }
    }

    private static String lastLine(String output) {
        return output.lines()
                .filter(line -> line.startsWith("initdb: error:"))
                .findFirst()
                .orElseGet(
                        () -> output.lines().reduce((first, second) -> second).orElse("initdb failed"));
    }
}
