package io.ledgerbank.simulator.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.function.Consumer;

/** The journal on a local disk, owned by this process alone for as long as it is open. */
final class JournalFile implements Disk {

    private final FileChannel file;
    private final FileChannel lock;

    private JournalFile(FileChannel file, FileChannel lock) {
        this.file = file;
        this.lock = lock;
    }

    /** Hands over every intact record in order, cuts off a torn end and is then ready to append. */
    static JournalFile open(Path path, Consumer<JournalRecord> recovered) {
        try {
            Path absolute = path.toAbsolutePath();
            Path folder = Files.createDirectories(Objects.requireNonNullElse(absolute.getParent(), absolute));
            FileChannel lock = lock(absolute);
            try {
                return new JournalFile(recover(absolute, folder, recovered), lock);
            } catch (IOException | RuntimeException failed) {
                lock.close();
                throw failed;
            }
        } catch (IOException failed) {
            throw new JournalUnavailable("The journal " + path + " cannot be opened: " + failed, failed);
        }
    }

    /** The lock has its own file: closing any other channel on a locked file would give the lock up. */
    private static FileChannel lock(Path path) throws IOException {
        FileChannel lock = FileChannel.open(
                path.resolveSibling(path.getFileName() + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (isOurs(lock)) {
            return lock;
        }
        lock.close();
        throw new JournalUnavailable("The journal " + path + " is in use by another bank simulator");
    }

    private static boolean isOurs(FileChannel lock) throws IOException {
        try {
            return lock.tryLock() != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        }
    }

    private static FileChannel recover(Path path, Path folder, Consumer<JournalRecord> recovered) throws IOException {
        FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            long intact = JournalRecovery.read(path, recovered);
            file.truncate(intact).position(intact);
            file.force(true);
            forceFolder(folder);
            return file;
        } catch (IOException | RuntimeException failed) {
            file.close();
            throw failed;
        }
    }

    /** A new file survives a power cut only once its folder is on disk too. */
    private static void forceFolder(Path folder) throws IOException {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    @Override
    public void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }

    @Override
    public void force() throws IOException {
        file.force(false);
    }

    @Override
    public void close() throws IOException {
        try (lock;
                file) {
            file.force(true);
        }
    }
}
