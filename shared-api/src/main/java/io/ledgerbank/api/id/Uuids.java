package io.ledgerbank.api.id;

import com.github.f4b6a3.uuid.UuidCreator;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import java.util.HexFormat;
import java.util.UUID;

/** Makes and reads the UUIDs that all ids are. */
public interface Uuids {

    long VARIANTS = 0xC000_0000_0000_0000L;
    long VARIANT = 0x8000_0000_0000_0000L;
    String CANONICAL = "hhhhhhhh-hhhh-hhhh-hhhh-hhhhhhhhhhhh";

    /** A new UUIDv7 (RFC 9562); ids made later by one process sort later. */
    static UUID next() {
        return UuidCreator.getTimeOrderedEpochPlus1();
    }

    /** A UUIDv7 of the same time as the given one, which tells its random part together with the number. */
    static UUID derived(UUID from, int number) {
        long mixed = mixed(mixed(from.getLeastSignificantBits()) ^ mixed(from.getMostSignificantBits() + number));
        return new UUID(from.getMostSignificantBits(), VARIANT | (mixed & ~VARIANTS));
    }

    /** Spreads every bit over all others (SplitMix64). */
    private static long mixed(long bits) {
        long once = (bits ^ (bits >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        long twice = (once ^ (once >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return twice ^ (twice >>> 31);
    }

    /** @throws RejectedException {@code invalid_uuid_format} unless the text is a UUID in its canonical form */
    static UUID parse(String text) {
        if (!isCanonical(text)) {
            throw invalid();
        }
        return UUID.fromString(text);
    }

    /** Java would also read groups of other lengths, and signs. */
    private static boolean isCanonical(String text) {
        if (text.length() != CANONICAL.length()) {
            return false;
        }
        for (int i = 0; i < CANONICAL.length(); i++) {
            char found = text.charAt(i);
            if (CANONICAL.charAt(i) == '-' ? found != '-' : !HexFormat.isHexDigit(found)) {
                return false;
            }
        }
        return true;
    }

    private static RejectedException invalid() {
        return new RejectedException(
                Reason.INVALID_UUID_FORMAT,
                "An id is a UUID, such as " + new UUID(0x0190_0000_0000_7000L, 0x8000_0000_0000_0000L));
    }
}
