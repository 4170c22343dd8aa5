package io.ledgerbank.query.statement;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * Sets a statement on A4 pages as PDF, with the fonts that it needs inside. Nothing in it tells when it was made, so the same
 * statement has the same bytes. Thread-safe.
 */
final class PdfStatement {

    private final String bank;
    private final FontFiles files;

    /** @param bank the name that customers know the bank by */
    PdfStatement(String bank, FontFiles files) {
        this.bank = bank;
        this.files = files;
    }

    byte[] render(Statement statement) {
        try (PDDocument document = new PDDocument();
                PdfFonts fonts = new PdfFonts(document, files)) {
            describe(document, statement);
            PdfForm form = new PdfForm(bank, statement);
            try (PdfLines lines = new PdfLines(document, fonts, form)) {
                lines.setAll();
            }
            number(document, fonts, form);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("A document in memory could not be written", e);
        }
    }

    private void describe(PDDocument document, Statement statement) {
        document.setDocumentId(statement.id().getMostSignificantBits());
        PDDocumentInformation about = document.getDocumentInformation();
        about.setTitle("Account statement %s, %s to %s".formatted(statement.iban(), statement.from(), statement.to()));
        about.setAuthor(bank);
        about.setSubject("Statement " + statement.id());
        about.setCreationDate(GregorianCalendar.from(statement.asOf().atZone(ZoneOffset.UTC)));
        document.getDocumentCatalog().setLanguage("en");
    }

    /** Only now it is known how many pages there are. */
    private static void number(PDDocument document, PdfFonts fonts, PdfForm form) throws IOException {
        int number = 1;
        for (PDPage page : document.getPages()) {
            try (PdfSheet sheet = new PdfSheet(document, page, fonts)) {
                form.foot(sheet, number++, document.getNumberOfPages());
            }
        }
    }
}
