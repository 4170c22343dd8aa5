package io.ledgerbank.app.postgres;

import io.ledgerbank.app.startup.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.util.FileSystemUtils;

/**
 * Gives a test data folders, and removes them after it; whatever runs on them must have ended by then. They share
 * PostgreSQL's programs, and used ones are copies of one that is filled once, because both take seconds to make.
 */
public final class DataFolders implements AfterEachCallback {

    private static final class Shared {
        static final Path ROOT = root();
        static final Path PROGRAMS = PostgresBinaries.unpackedBelow(ROOT.resolve("binaries"));
        static final Path USED = use();
    }

    private final List<Path> given = new ArrayList<>();

    /** A folder for {@code ledgerbank.data-directory} without any data yet, in an otherwise empty folder. */
    public Path fresh() throws IOException {
        Path folder = Files.createDirectory(
                Files.createTempDirectory(Shared.ROOT, "test").resolve("data"));
        given.add(folder.getParent());
        Files.createSymbolicLink(folder.resolve("binaries"), Shared.PROGRAMS.getParent());
        return folder;
    }

    /** The same after a first start that ended properly. */
    public Path used() throws IOException {
        Path folder = fresh();
        copy(Shared.USED, folder);
        return folder;
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        for (Path folder : given) {
            FileSystemUtils.deleteRecursively(folder);
        }
        given.clear();
    }

    private static Path root() {
        try {
            Path root = Files.createTempDirectory("ledgerbank-test-data-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(root.toFile())));
            return root;
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static Path use() {
        Path folder = Shared.ROOT.resolve("data");
        try (DataFolder claimed = DataFolder.claim(folder.toString())) {
            Files.createSymbolicLink(folder.resolve("binaries"), Shared.PROGRAMS.getParent());
            EmbeddedPostgres.start(claimed, 0).close();
            Files.delete(folder.resolve("binaries"));
            return folder;
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static void copy(Path source, Path target) throws IOException {
        try (Stream<Path> paths = Files.walk(source)) {
            for (Path path : paths.filter(path -> !path.equals(source)).toList()) {
                Files.copy(path, target.resolve(source.relativize(path)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
