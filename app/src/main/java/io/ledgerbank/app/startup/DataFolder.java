package io.ledgerbank.app.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

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
        refuseUnlessWritable(root);
        FolderLock lock = FolderLock.take(root);
        return new DataFolder(root, lock);
    }

    private static Path created(String configured) {
        try {
            Path folder = Files.createDirectories(Path.of(configured)).toRealPath();
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            return folder;
        } catch (IOException | InvalidPathException e) {
            throw notUsable(configured, e);
        }
    }

    private static void refuseUnlessWritable(Path root) {
        try {
            Files.delete(Files.createTempFile(root, "writable", ".tmp"));
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
