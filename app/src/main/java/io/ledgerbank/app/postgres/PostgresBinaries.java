package io.ledgerbank.app.postgres;

import io.ledgerbank.app.startup.StartupRefused;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** PostgreSQL's programs, unpacked from the jar once; a folder of them is complete or does not exist. */
final class PostgresBinaries {

    private static final Logger log = LoggerFactory.getLogger(PostgresBinaries.class);

    private PostgresBinaries() {}

    /** Returns the folder with {@code bin}, {@code lib} and {@code share}, unpacking it below {@code parent} if need be. */
    static Path unpackedBelow(Path parent) {
        try {
            byte[] archive = archiveForThisMachine();
            Path home = parent.resolve("postgres-" + fingerprint(archive));
            if (Files.notExists(home)) {
                log.info("Unpacking PostgreSQL (once)");
                FileSystemUtils.deleteRecursively(parent);
                Path draft = Files.createDirectories(parent.resolve("incomplete"));
                PostgresArchive.unpack(archive, draft);
                Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
            }
            return home;
        } catch (IOException e) {
            throw new StartupRefused("PostgreSQL's programs cannot be unpacked into " + parent + " (" + e + ").", e);
        }
    }

    private static byte[] archiveForThisMachine() throws IOException {
        String machine = System.getProperty("os.arch").equals("amd64") ? "x86_64" : System.getProperty("os.arch");
        try (InputStream archive = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system(), machine)) {
            return archive.readAllBytes();
        } catch (IllegalStateException e) {
            throw new StartupRefused(
                    "There is no embedded PostgreSQL for " + system() + " on " + machine
                            + ": set SPRING_DATASOURCE_URL to a PostgreSQL server.",
                    e);
        }
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return "Windows";
        }
        return name.startsWith("mac") ? "Darwin" : "Linux";
    }

    private static String fingerprint(byte[] archive) {
        var crc = new CRC32();
        crc.update(archive);
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }
}
