package io.ledgerbank.query.statement;

import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import com.ibm.icu.text.Bidi;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns text as it is read into text as it is drawn: letters composed, those of Arabic joined, lines broken where they are
 * full, and what is written from the right turned round.
 */
interface Lettering {

    /** How wide a text is when it is drawn. */
    interface Measure {
        int of(String drawn) throws IOException;
    }

    int JOINING = ArabicShaping.LETTERS_SHAPE | ArabicShaping.TEXT_DIRECTION_LOGICAL | ArabicShaping.LENGTH_GROW_SHRINK;

    /** As one line. */
    static String line(String text) {
        return drawn(joined(text));
    }

    /** As lines that are no wider than this; a word that is wider by itself is broken. */
    static List<String> lines(String text, int width, Measure measure) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : joined(text).split(" ", -1)) {
            for (String part : parts(word, width, measure)) {
                String longer = line.isEmpty() ? part : line + " " + part;
                if (!line.isEmpty() && measure.of(longer) > width) {
                    lines.add(drawn(line.toString()));
                    line.setLength(0);
                    longer = part;
                }
                line.setLength(0);
                line.append(longer);
            }
        }
        lines.add(drawn(line.toString()));
        return lines;
    }

    private static List<String> parts(String word, int width, Measure measure) throws IOException {
        if (measure.of(word) <= width) {
            return List.of(word);
        }
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int codePoint : word.codePoints().toArray()) {
            String letter = Character.toString(codePoint);
            if (!part.isEmpty() && measure.of(part + letter) > width) {
                parts.add(part.toString());
                part.setLength(0);
            }
            part.append(letter);
        }
        parts.add(part.toString());
        return parts;
    }

    private static String joined(String text) {
        try {
            return new ArabicShaping(JOINING).shape(Normalizer.normalize(text, Normalizer.Form.NFC));
        } catch (ArabicShapingException e) {
            throw new IllegalStateException("Text of any length can be joined when it may grow and shrink", e);
        }
    }

    private static String drawn(String line) {
        Bidi directions = new Bidi(line, Bidi.LEVEL_DEFAULT_LTR);
        return directions.writeReordered((short) (Bidi.DO_MIRRORING | Bidi.REMOVE_BIDI_CONTROLS));
    }
}
