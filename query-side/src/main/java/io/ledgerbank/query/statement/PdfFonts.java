package io.ledgerbank.query.statement;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The fonts of one document, of which it embeds the glyphs that it uses. For one thread. */
final class PdfFonts implements AutoCloseable {

    /** How heavy letters are. */
    enum Weight {
        REGULAR,
        BOLD
    }

    /** A piece of text in one font. */
    record Run(PDType0Font font, String text) {}

    private record Face(TrueTypeFont file, PDType0Font font, CmapLookup glyphs) {

        boolean has(int codePoint) {
            return glyphs.getGlyphId(codePoint) != 0;
        }
    }

    private static final int REPLACEMENT = '\uFFFD';
    private static final int GLYPH_SPACE = 1000;

    private final Map<Weight, List<Face>> faces = new EnumMap<>(Weight.class);

    /** @throws IOException for a file that is no TrueType font */
    PdfFonts(PDDocument document, FontFiles files) throws IOException {
        for (Weight weight : Weight.values()) {
            List<Face> ofWeight = new ArrayList<>();
            for (byte[] file : files.of(weight)) {
                ofWeight.add(face(document, file));
            }
            faces.put(weight, ofWeight);
        }
    }

    /** Each letter in the first font that has it; what none has becomes a replacement character. */
    List<Run> runs(String text, Weight weight) {
        List<Run> runs = new ArrayList<>();
        text.codePoints().forEach(codePoint -> add(runs, codePoint, weight));
        return runs;
    }

    /** In the unit of the size. */
    int width(String text, Weight weight, int size) throws IOException {
        int width = 0;
        for (Run run : runs(text, weight)) {
            width += Math.round(run.font().getStringWidth(run.text()) * size / GLYPH_SPACE);
        }
        return width;
    }

    /** Once the document is written. */
    @Override
    public void close() throws IOException {
        for (List<Face> ofWeight : faces.values()) {
            for (Face face : ofWeight) {
                face.file().close();
            }
        }
    }

    private void add(List<Run> runs, int wanted, Weight weight) {
        List<Face> candidates = faces.getOrDefault(weight, List.of());
        int codePoint = candidates.stream().anyMatch(face -> face.has(wanted)) ? wanted : REPLACEMENT;
        PDType0Font font = candidates.stream()
                .filter(face -> face.has(codePoint))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No font has a replacement character"))
                .font();
        String letter = Character.toString(codePoint);
        if (!runs.isEmpty() && runs.getLast().font() == font) {
            runs.set(runs.size() - 1, new Run(font, runs.getLast().text() + letter));
        } else {
            runs.add(new Run(font, letter));
        }
    }

    private static Face face(PDDocument document, byte[] file) throws IOException {
        TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file));
        font.setEnableGsub(false); // Letters are joined before, and measured as they are.
        return new Face(font, PDType0Font.load(document, font, true), font.getUnicodeCmapLookup());
    }
}
