package io.ledgerbank.command.eventlog;

import java.util.Arrays;
import java.util.HexFormat;

/** A SHA-256 digest. Immutable. */
public final class EventHash {

    static final int BYTES = 32;

    /** What the first event's hash is taken over in place of a predecessor's. */
    public static final EventHash NONE = new EventHash(new byte[BYTES]);

    private final byte[] digest;

    /** @throws IllegalArgumentException unless there are 32 bytes */
    public EventHash(byte[] digest) {
        if (digest.length != BYTES) {
            throw new IllegalArgumentException("A SHA-256 digest has %d bytes, not %d".formatted(BYTES, digest.length));
        }
        this.digest = digest.clone();
    }

    /** A copy. */
    public byte[] bytes() {
        return digest.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EventHash hash && Arrays.equals(digest, hash.digest);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(digest);
    }

    /** In hexadecimal. */
    @Override
    public String toString() {
        return HexFormat.of().formatHex(digest);
    }
}
