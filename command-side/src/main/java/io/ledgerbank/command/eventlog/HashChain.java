package io.ledgerbank.command.eventlog;

import java.security.MessageDigest;

/**
 * Links every event to the one before it: an event's hash is SHA-256 over the hash of its predecessor and everything that
 * is stored of the event itself, in this order. Each field is preceded by its length in bytes as a four-byte integer; all
 * integers are signed and big-endian; texts are UTF-8.
 *
 * <ol>
 *   <li>the hash of the event before (32 bytes; of the first event, zeros)
 *   <li>position (8 bytes)
 *   <li>event id (16 bytes, as RFC 9562 writes a UUID)
 *   <li>stream type
 *   <li>stream id
 *   <li>sequence (8 bytes)
 *   <li>type
 *   <li>revision; of an event without one, the length is -1 and no bytes follow
 *   <li>recorded time in microseconds since 1970-01-01T00:00:00Z (8 bytes)
 *   <li>metadata, exactly as stored
 *   <li>payload, exactly as stored
 * </ol>
 *
 * Not safe for use by more than one thread at a time.
 */
final class HashChain {

    private final MessageDigest sha256 = Sha256.digest();
    private final FieldWriter fields = new FieldWriter(sha256::update);

    /** The head of the log once the entry stands behind this one. */
    Head append(Head last, LogEntry entry) {
        long position = last.position() + 1;
        fields.bytes(last.hash().bytes())
                .number(position)
                .uuid(entry.eventId())
                .text(entry.streamType())
                .text(entry.streamId())
                .number(entry.sequence())
                .text(entry.type())
                .optionalText(entry.revision())
                .number(entry.recordedAt())
                .bytes(entry.metadata())
                .bytes(entry.payload());
        return new Head(position, new EventHash(sha256.digest()));
    }
}
