package io.ledgerbank.command.eventlog;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells the service's own snapshots from everybody else's: HMAC-SHA256 (RFC 2104) over everything that decides, with a key that
 * the database does not have. A snapshot is no part of the hash chain, yet balances are decided on it. Thread-safe.
 */
final class SnapshotSeal {

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] PURPOSE = "ledgerbank snapshot 1".getBytes(StandardCharsets.US_ASCII);

    private final SecretKey key;

    /** @param secret of the service; its snapshots are not believed any more once it changes */
    SnapshotSeal(SecretKey secret) {
        this.key = new SecretKeySpec(hmac(secret, PURPOSE), ALGORITHM);
    }

    byte[] of(LogEntry snapshot) {
        return hmac(key, bytes(snapshot));
    }

    boolean fits(LogEntry snapshot, byte[] seal) {
        return MessageDigest.isEqual(of(snapshot), seal);
    }

    private static byte[] bytes(LogEntry snapshot) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(out, snapshot.streamType());
            write(out, snapshot.streamId());
            out.writeLong(snapshot.sequence());
            write(out, snapshot.type());
            write(out, snapshot.revision().map(given -> "=" + given).orElse(""));
            write(out, snapshot.metadata());
            write(out, snapshot.payload());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        write(out, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] hmac(SecretKey key, byte[] text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
