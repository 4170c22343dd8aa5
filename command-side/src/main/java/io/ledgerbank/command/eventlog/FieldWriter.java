package io.ledgerbank.command.eventlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/**
 * Writes fields so that no two rows of fields have the same bytes: each is preceded by its length in bytes as a four-byte
 * integer; all integers are signed and big-endian, numbers have eight bytes, UUIDs sixteen, texts are UTF-8. What is absent
 * has the length -1 and no bytes. For one thread.
 */
public final class FieldWriter {

    /** Takes what is written, and keeps no hold of the array. */
    public interface Sink {
        void take(byte[] bytes, int offset, int length);
    }

    private static final int ABSENT = -1;

    private final Sink sink;
    private final ByteBuffer integers = ByteBuffer.allocate(2 * Long.BYTES);

    public FieldWriter(Sink sink) {
        this.sink = sink;
    }

    public FieldWriter number(long value) {
        length(Long.BYTES);
        return write(integers.clear().putLong(value));
    }

    public FieldWriter uuid(UUID id) {
        length(2 * Long.BYTES);
        return write(integers.clear().putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()));
    }

    public FieldWriter text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    public FieldWriter optionalText(Optional<String> text) {
        return text.map(this::text).orElseGet(() -> length(ABSENT));
    }

    public FieldWriter bytes(byte[] bytes) {
        length(bytes.length);
        sink.take(bytes, 0, bytes.length);
        return this;
    }

    private FieldWriter length(int bytes) {
        return write(integers.clear().putInt(bytes));
    }

    private FieldWriter write(ByteBuffer written) {
        sink.take(written.array(), 0, written.position());
        return this;
    }
}
