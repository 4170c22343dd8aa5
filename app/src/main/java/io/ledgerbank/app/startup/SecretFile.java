package io.ledgerbank.app.startup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** A small text file that only its owner may read (mode 0600), written whole or not at all. */
public record SecretFile(Path path) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Unguessable printable text from {@code bytes} random bytes. */
    public static String randomSecret(int bytes) {
        byte[] secret = new byte[bytes];
        RANDOM.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /** The content, or nothing if there is no such file. */
    public Optional<String> read() {
        if (Files.notExists(path)) {
            return Optional.empty();
        }
        try {
            keepFromOthers();
            return Optional.of(Files.readString(path));
        } catch (IOException e) {
            throw new StartupRefused("The secret file " + path + " cannot be read (" + e + ").", e);
        }
    }

    /** Replaces the content durably. */
    public void write(String content) {
        try {
            // Temporary files are created with mode 0600, so the secret is never readable by others, not even briefly.
            Path draft = Files.createTempFile(path.toAbsolutePath().getParent(), path.getFileName() + ".", ".tmp");
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                channel.write(StandardCharsets.UTF_8.encode(content));
                channel.force(true);
            }
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new StartupRefused("The secret file " + path + " cannot be written (" + e + ").", e);
        }
    }

    private void keepFromOthers() throws IOException {
        if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        }
    }
}
