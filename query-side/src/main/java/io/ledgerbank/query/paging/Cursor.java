package io.ledgerbank.query.paging;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * The last row of a part of a list, as clients hand it back. It carries no right: whose rows a list shows is decided
 * anew for every part.
 */
public record Cursor(String list, List<String> key) {

    private static final String SEPARATOR = "|";
    private static final int LONGEST = 256;

    public String encoded() {
        byte[] text = (list + SEPARATOR + String.join(SEPARATOR, key)).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    /** @throws RejectedException {@code invalid_cursor} unless the list has issued a cursor with so many keys */
    public static Cursor decoded(String text, String list, int keys) {
        List<String> parts = partsOf(text);
        if (parts.size() != keys + 1 || !parts.getFirst().equals(list)) {
            throw invalid();
        }
        return new Cursor(list, parts.subList(1, parts.size()));
    }

    public static RejectedException invalid() {
        return new RejectedException(Reason.INVALID_CURSOR, "The cursor is the nextCursor of this list, unchanged");
    }

    private static List<String> partsOf(String text) {
        if (text.length() > LONGEST) {
            throw invalid();
        }
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            return List.of(plain.split("\\" + SEPARATOR, -1));
        } catch (IllegalArgumentException notBase64) {
            throw invalid();
        }
    }
}
