package io.ledgerbank.app.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;

/**
 * The folder with everything a start without an external database keeps, claimed by one process at a time and closed to
 * other users (mode 0700).
 */
public final class DataFolder implements AutoCloseable {

    private final Path root;
    private final FolderLock lock;

    private DataFolder(Path root, FolderLock lock) {
        this.root = root;
        this.lock = lock;
    }

    /** Creates the folder where it is missing and claims it for this process; refuses a folder that is not ours alone. */
    public static DataFolder claim(String configured) {
        Path root = created(configured);
        refuseUnlessOurs(root);
        FolderLock lock = FolderLock.take(root);
        return new DataFolder(root, lock);
    }

    private static Path created(String configured) {
        try {
            return Files.createDirectories(Path.of(configured)).toRealPath();
        } catch (IOException | InvalidPathException e) {
            throw notUsable(configured, e);
        }
    }

    /** PostgreSQL serves only data of the user that it runs as, so root does not help itself to another's folder. */
    private static void refuseUnlessOurs(Path root) {
        try {
            Path probe = Files.createTempFile(root, "writable", ".tmp");
            UserPrincipal self = Files.getOwner(probe);
            Files.delete(probe);
            if (!Files.getFileStore(root).supportsFileAttributeView("posix")) {
                return;
            }
            if (!Files.getOwner(root).equals(self)) {
                throw new StartupRefused("The data folder " + root + " belongs to user " + Files.getOwner(root)
                        + " and LedgerBank runs as " + self
                        + ": run it as its owner or set LEDGERBANK_DATA_DIRECTORY to another folder.");
            }
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw notUsable(root.toString(), e);
        }
    }

    private static StartupRefused notUsable(String folder, Exception cause) {
        return new StartupRefused(
                "The data folder " + folder + " cannot be written by user " + System.getProperty("user.name")
                        + " (" + cause.getClass().getSimpleName()
                        + "): give it to that user or set LEDGERBANK_DATA_DIRECTORY to another folder.",
                cause);
    }

    /** The absolute path of something in the folder. */
    public Path resolve(String name) {
        return root.resolve(name);
    }

    /** The absolute path of the folder, symbolic links resolved. */
    public Path root() {
        return root;
    }

    /** Lets another process claim the folder. */
    @Override
    public void close() {
        lock.close();
    }
}
