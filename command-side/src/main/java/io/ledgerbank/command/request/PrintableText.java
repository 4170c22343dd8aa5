package io.ledgerbank.command.request;

import java.util.Set;

/** What people may write: text that shows on a statement as it was typed. */
public interface PrintableText {

    int ZERO_WIDTH_NON_JOINER = 0x200C;
    int ZERO_WIDTH_JOINER = 0x200D;

    /**
     * Invisible or misleading: control characters, NUL, line breaks, bidirectional overrides, halves of surrogate pairs,
     * and what no font has.
     */
    Set<Integer> UNPRINTABLE = Set.of(
            (int) Character.CONTROL,
            (int) Character.FORMAT,
            (int) Character.SURROGATE,
            (int) Character.LINE_SEPARATOR,
            (int) Character.PARAGRAPH_SEPARATOR,
            (int) Character.PRIVATE_USE,
            (int) Character.UNASSIGNED);

    /** Whether something is written at all, and all of it is visible. */
    static boolean isPrintable(String text) {
        return text.codePoints().anyMatch(PrintableText::isInk)
                && text.codePoints().allMatch(PrintableText::isPrintable);
    }

    /** In code points: a letter counts once however it is encoded. */
    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static boolean isInk(int codePoint) {
        return isPrintable(codePoint) && !isJoiner(codePoint) && !Character.isSpaceChar(codePoint);
    }

    private static boolean isPrintable(int codePoint) {
        return isJoiner(codePoint) || !UNPRINTABLE.contains(Character.getType(codePoint));
    }

    private static boolean isJoiner(int codePoint) {
        return codePoint == ZERO_WIDTH_NON_JOINER || codePoint == ZERO_WIDTH_JOINER;
    }
}
