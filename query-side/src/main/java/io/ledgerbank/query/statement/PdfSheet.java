package io.ledgerbank.query.statement;

import io.ledgerbank.query.statement.PdfFonts.Run;
import io.ledgerbank.query.statement.PdfFonts.Weight;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;

/**
 * A page that is drawn on. Lengths are tenths of a point; x counts from the left, y from the top. For one thread.
 */
final class PdfSheet implements AutoCloseable {

    /** Of what colour something is. */
    enum Ink {
        TEXT(0x1b, 0x24, 0x30),
        QUIET(0x5d, 0x68, 0x78),
        BRAND(0x14, 0x3a, 0x66),
        ACCENT(0x2f, 0x9e, 0x8f),
        RULE(0xd3, 0xda, 0xe3),
        BAND(0xf3, 0xf6, 0xfa),
        PAPER(0xff, 0xff, 0xff);

        private static final int FULL = 255;

        private final int red;
        private final int green;
        private final int blue;

        Ink(int red, int green, int blue) {
            this.red = red;
            this.green = green;
            this.blue = blue;
        }

        private void fill(PDPageContentStream page) throws IOException {
            page.setNonStrokingColor((float) red / FULL, (float) green / FULL, (float) blue / FULL);
        }
    }

    /** What letters look like. */
    record Style(int size, Weight weight, Ink ink) {

        static Style regular(int size, Ink ink) {
            return new Style(size, Weight.REGULAR, ink);
        }

        static Style bold(int size, Ink ink) {
            return new Style(size, Weight.BOLD, ink);
        }
    }

    private static final int HEIGHT = 8419;
    private static final int HAIRLINE = 5;
    private static final int UNIT = 10;

    private final PDPageContentStream page;
    private final PdfFonts fonts;

    PdfSheet(PDDocument document, PDPage page, PdfFonts fonts) throws IOException {
        this.page = new PDPageContentStream(document, page, AppendMode.APPEND, true, true);
        this.fonts = fonts;
    }

    int width(String drawn, Style style) throws IOException {
        return fonts.width(drawn, style.weight(), style.size());
    }

    /** With its baseline at y. */
    void text(String drawn, int x, int y, Style style) throws IOException {
        page.beginText();
        style.ink().fill(page);
        page.newLineAtOffset((float) x / UNIT, (float) (HEIGHT - y) / UNIT);
        for (Run run : fonts.runs(drawn, style.weight())) {
            page.setFont(run.font(), (float) style.size() / UNIT);
            page.showText(run.text());
        }
        page.endText();
    }

    /** Ending at x. */
    void textEndingAt(String drawn, int x, int y, Style style) throws IOException {
        text(drawn, x - width(drawn, style), y, style);
    }

    void rule(int x, int y, int width) throws IOException {
        box(x, y, width, HAIRLINE, Ink.RULE);
    }

    /** With its upper left corner at x and y. */
    void box(int x, int y, int width, int height, Ink ink) throws IOException {
        ink.fill(page);
        page.addRect(
                (float) x / UNIT, (float) (HEIGHT - y - height) / UNIT, (float) width / UNIT, (float) height / UNIT);
        page.fill();
    }

    @Override
    public void close() throws IOException {
        page.close();
    }
}
