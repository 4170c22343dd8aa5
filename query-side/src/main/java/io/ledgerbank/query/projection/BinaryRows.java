package io.ledgerbank.query.projection;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Builds the data of a {@code COPY … (FORMAT binary)} (PostgreSQL manual, COPY). For one thread. */
final class BinaryRows {

    private static final byte[] SIGNATURE = "PGCOPY\n\u00ff\r\n\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int NULL = -1;
    private static final short END = -1;

    /** PostgreSQL counts its microseconds and its days from 2000-01-01. */
    private static final Instant FIRST_MOMENT = Instant.parse("2000-01-01T00:00:00Z");

    private static final int FIRST_DAY =
            Math.toIntExact(LocalDate.of(2000, 1, 1).toEpochDay());
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final long NANOS_PER_MICRO = 1_000;

    private ByteBuffer data;

    BinaryRows(int expectedBytes) {
        data = ByteBuffer.allocate(expectedBytes);
        put(SIGNATURE);
        room(2 * Integer.BYTES).putInt(0).putInt(0);
    }

    void row(int columns) {
        room(Short.BYTES).putShort((short) columns);
    }

    /** @param type PostgreSQL's name of the column's type, one of those that it is known here how to write */
    void value(String type, @Nullable Object value) {
        if (value == null) {
            room(Integer.BYTES).putInt(NULL);
            return;
        }
        switch (type) {
            case "bigint" -> number((Long) value);
            case "integer" -> number((Integer) value);
            case "uuid" -> uuid((UUID) value);
            case "text" -> text((String) value);
            case "date" -> number(Math.toIntExact(((LocalDate) value).toEpochDay()) - FIRST_DAY);
            case "timestamptz" -> number(micros((Instant) value));
            default -> throw new IllegalArgumentException("It is not known how to write a " + type);
        }
    }

    /** Everything so far. */
    ByteBuffer end() {
        room(Short.BYTES).putShort(END);
        return data.flip();
    }

    private void number(long number) {
        room(Integer.BYTES + Long.BYTES).putInt(Long.BYTES).putLong(number);
    }

    private void number(int number) {
        room(2 * Integer.BYTES).putInt(Integer.BYTES).putInt(number);
    }

    private void uuid(UUID id) {
        room(Integer.BYTES + 2 * Long.BYTES)
                .putInt(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        room(Integer.BYTES).putInt(bytes.length);
        put(bytes);
    }

    private static long micros(Instant time) {
        return Math.addExact(
                Math.multiplyExact(time.getEpochSecond() - FIRST_MOMENT.getEpochSecond(), MICROS_PER_SECOND),
                time.getNano() / NANOS_PER_MICRO);
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
