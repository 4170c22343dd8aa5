package io.ledgerbank.command.eventlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;

/** Builds the data of a {@code COPY … (FORMAT binary)} (PostgreSQL manual, COPY). For one thread. */
final class BinaryCopy {

    private static final byte[] SIGNATURE = "PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int NULL = -1;
    private static final short END = -1;

    /** PostgreSQL counts its microseconds from 2000-01-01. */
    private static final long POSTGRES_EPOCH_MICROS = 946_684_800_000_000L;

    private ByteBuffer data;

    BinaryCopy(int expectedBytes) {
        data = ByteBuffer.allocate(expectedBytes);
        put(SIGNATURE);
        room(2 * Integer.BYTES).putInt(0).putInt(0);
    }

    BinaryCopy row(int columns) {
        room(Short.BYTES).putShort((short) columns);
        return this;
    }

    BinaryCopy number(long value) {
        room(Integer.BYTES + Long.BYTES).putInt(Long.BYTES).putLong(value);
        return this;
    }

    /** @param micros since 1970 */
    BinaryCopy time(long micros) {
        return number(micros - POSTGRES_EPOCH_MICROS);
    }

    BinaryCopy uuid(UUID id) {
        room(Integer.BYTES + 2 * Long.BYTES)
                .putInt(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
        return this;
    }

    BinaryCopy text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    BinaryCopy text(Optional<String> text) {
        if (text.isPresent()) {
            return text(text.get());
        }
        room(Integer.BYTES).putInt(NULL);
        return this;
    }

    BinaryCopy bytes(byte[] bytes) {
        room(Integer.BYTES).putInt(bytes.length);
        put(bytes);
        return this;
    }

    /** Everything so far, as far as it is to be sent. */
    ByteBuffer end() {
        room(Short.BYTES).putShort(END);
        return data.flip();
    }

    private void put(byte[] bytes) {
        room(bytes.length).put(bytes);
    }

    private ByteBuffer room(int bytes) {
        if (data.remaining() < bytes) {
            int position = data.position();
            int capacity = Math.max(Math.multiplyExact(data.capacity(), 2), Math.addExact(position, bytes));
            data = ByteBuffer.wrap(Arrays.copyOf(data.array(), capacity)).position(position);
        }
        return data;
    }
}
