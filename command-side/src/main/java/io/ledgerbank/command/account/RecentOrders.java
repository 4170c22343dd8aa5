package io.ledgerbank.command.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

/**
 * The orders that debited an account most recently: as many as {@value #MOST}, as old as {@link #LONGEST}. For the lane
 * alone, like the account it belongs to.
 */
public final class RecentOrders {

    /** How long an order is remembered at least, and so the longest window in which another can be its duplicate. */
    public static final Duration LONGEST = Duration.ofMinutes(10);

    static final int MOST = 1000;
    private static final int FIRST_ROOM = 8;
    private static final long LONGEST_MICROS = LONGEST.toNanos() / 1000;

    /** Fingerprint and time of one after the other, the oldest first. */
    private long[] pairs;

    private int from;
    private int to;

    /** Of an account that has paid nothing yet. */
    public RecentOrders() {
        this(new long[0]);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    RecentOrders(long[] pairs) {
        this.pairs = pairs.clone();
        this.to = pairs.length;
    }

    @JsonValue
    long[] pairs() {
        return Arrays.copyOfRange(pairs, from, to);
    }

    /** Whether an order with this fingerprint was made after that time. */
    public boolean contains(long order, Instant after) {
        long earliest = micros(after);
        for (int i = from; i < to; i += 2) {
            if (pairs[i] == order && pairs[i + 1] > earliest) {
                return true;
            }
        }
        return false;
    }

    void add(long order, Instant time) {
        long now = micros(time);
        while (to > from && (to - from >= 2 * MOST || pairs[from + 1] <= now - LONGEST_MICROS)) {
            from += 2;
        }
        if (to == pairs.length) {
            makeRoom();
        }
        pairs[to++] = order;
        pairs[to++] = now;
    }

    /** The order came to nothing: to give it again is not to repeat it. */
    void forget(long order, Instant time) {
        long then = micros(time);
        for (int i = to - 2; i >= from; i -= 2) {
            if (pairs[i] == order && pairs[i + 1] == then) {
                System.arraycopy(pairs, i + 2, pairs, i, to - i - 2);
                to -= 2;
                return;
            }
        }
    }

    private void makeRoom() {
        long[] room = new long[Math.max(FIRST_ROOM, 2 * (to - from))];
        System.arraycopy(pairs, from, room, 0, to - from);
        to -= from;
        from = 0;
        pairs = room;
    }

    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }
}
