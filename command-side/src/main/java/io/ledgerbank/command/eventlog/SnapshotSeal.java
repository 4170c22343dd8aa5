package io.ledgerbank.command.eventlog;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells the service's own snapshots from everybody else's: HMAC-SHA256 (RFC 2104) over all that is stored of one, with a key
 * that the database does not have. A snapshot is no part of the hash chain, yet balances are decided on it. Thread-safe.
 */
final class SnapshotSeal {

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] PURPOSE = "ledgerbank snapshot 3".getBytes(StandardCharsets.US_ASCII);

    private final SecretKey key;

    /** @param secret of the service; its snapshots are not believed any more once it changes */
    SnapshotSeal(SecretKey secret) {
        this.key = new SecretKeySpec(mac(secret).doFinal(PURPOSE), ALGORITHM);
    }

    /** @param lastEvent of the stream when the snapshot was taken */
    byte[] of(LogEntry snapshot, UUID lastEvent) {
        Mac mac = mac(key);
        new FieldWriter(mac::update)
                .uuid(snapshot.eventId())
                .text(snapshot.streamType())
                .text(snapshot.streamId())
                .number(snapshot.sequence())
                .text(snapshot.type())
                .optionalText(snapshot.revision())
                .number(snapshot.recordedAt())
                .bytes(snapshot.metadata())
                .bytes(snapshot.payload())
                .uuid(lastEvent);
        return mac.doFinal();
    }

    boolean fits(LogEntry snapshot, UUID lastEvent, byte[] seal) {
        return MessageDigest.isEqual(of(snapshot, lastEvent), seal);
    }

    private static Mac mac(SecretKey key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
