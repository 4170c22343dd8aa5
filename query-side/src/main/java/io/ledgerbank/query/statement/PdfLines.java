package io.ledgerbank.query.statement;

import io.ledgerbank.api.ledger.Direction;
import io.ledgerbank.query.statement.PdfSheet.Ink;
import io.ledgerbank.query.statement.PdfSheet.Style;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** Sets the lines of a statement, on as many pages as they take. For one thread. */
final class PdfLines implements AutoCloseable {

    private static final int DATE = PdfForm.LEFT + 60;
    private static final int DETAILS = PdfForm.LEFT + 720;
    private static final int DETAILS_WIDTH = 1980;
    private static final int OUT = PdfForm.LEFT + 3480;
    private static final int IN = PdfForm.LEFT + 4190;
    private static final int BALANCE = PdfForm.RIGHT - 60;
    private static final int HEADING = 210;
    private static final int LEADING = 112;
    private static final int PADDING = 90;

    private static final Style HEAD = Style.bold(72, Ink.PAPER);
    private static final Style TEXT = Style.regular(80, Ink.TEXT);
    private static final Style STRONG = Style.bold(80, Ink.TEXT);
    private static final Style QUIET = Style.regular(70, Ink.QUIET);

    private record Detail(String drawn, Style style) {}

    private final PDDocument document;
    private final PdfFonts fonts;
    private final PdfForm form;
    private PdfSheet sheet;
    private int y;
    private Ink band = Ink.PAPER;

    PdfLines(PDDocument document, PdfFonts fonts, PdfForm form) throws IOException {
        this.document = document;
        this.fonts = fonts;
        this.form = form;
        sheet = newSheet();
        form.first(sheet);
        heading(PdfForm.FIRST_TOP - HEADING);
    }

    void setAll() throws IOException {
        Statement statement = form.statement();
        balance(statement.from().toString(), "Opening balance", PdfForm.amount(statement.openingBalance()));
        for (StatementLine line : statement.entries()) {
            set(line);
        }
        balance(statement.to().toString(), "Closing balance", PdfForm.amount(statement.closingBalance()));
    }

    @Override
    public void close() throws IOException {
        sheet.close();
    }

    private void set(StatementLine line) throws IOException {
        List<Detail> details = details(line);
        begin(details.size());
        String amount = PdfForm.amount(line.amount());
        sheet.text(line.bookingDate().toString(), DATE, y, TEXT);
        sheet.textEndingAt(amount, line.direction() == Direction.DEBIT ? OUT : IN, y, TEXT);
        sheet.textEndingAt(PdfForm.amount(line.balance()), BALANCE, y, TEXT);
        end(details);
    }

    private void balance(String day, String name, String amount) throws IOException {
        begin(1);
        sheet.text(day, DATE, y, STRONG);
        sheet.textEndingAt(amount, BALANCE, y, STRONG);
        end(List.of(new Detail(name, STRONG)));
    }

    private List<Detail> details(StatementLine line) throws IOException {
        List<Detail> details = new ArrayList<>();
        Optional<String> iban = line.counterparty().iban().map(PdfForm::grouped);
        Optional<String> name = line.counterparty().name();
        name.or(() -> iban).ifPresent(other -> details.add(new Detail(other, STRONG)));
        details.add(new Detail(line.remittanceInformation(), TEXT));
        iban.filter(known -> name.isPresent()).ifPresent(known -> details.add(new Detail(known, QUIET)));
        if (!line.valueDate().equals(line.bookingDate())) {
            details.add(new Detail("Value date " + line.valueDate(), QUIET));
        }
        return broken(details);
    }

    private List<Detail> broken(List<Detail> details) throws IOException {
        List<Detail> broken = new ArrayList<>();
        for (Detail detail : details) {
            Style style = detail.style();
            for (String line : Lettering.lines(detail.drawn(), DETAILS_WIDTH, part -> sheet.width(part, style))) {
                broken.add(new Detail(line, style));
            }
        }
        return broken;
    }

    /** Makes room, on the next page if need be, and leaves y at the first baseline. */
    private void begin(int lines) throws IOException {
        int height = lines * LEADING + 2 * PADDING;
        if (y + height > PdfForm.BOTTOM) {
            sheet.close();
            sheet = newSheet();
            form.following(sheet);
            heading(PdfForm.TOP - HEADING);
        }
        sheet.box(PdfForm.LEFT, y, PdfForm.WIDTH, height, band);
        sheet.rule(PdfForm.LEFT, y + height, PdfForm.WIDTH);
        band = band == Ink.PAPER ? Ink.BAND : Ink.PAPER;
        y += PADDING + LEADING * 3 / 4;
    }

    private void end(List<Detail> details) throws IOException {
        for (Detail detail : details) {
            sheet.text(detail.drawn(), DETAILS, y, detail.style());
            y += LEADING;
        }
        y += PADDING - LEADING * 3 / 4;
    }

    private void heading(int top) throws IOException {
        sheet.box(PdfForm.LEFT, top, PdfForm.WIDTH, HEADING, Ink.BRAND);
        int baseline = top + 135;
        sheet.text("Date", DATE, baseline, HEAD);
        sheet.text("Details", DETAILS, baseline, HEAD);
        sheet.textEndingAt("Money out", OUT, baseline, HEAD);
        sheet.textEndingAt("Money in", IN, baseline, HEAD);
        sheet.textEndingAt("Balance", BALANCE, baseline, HEAD);
        y = top + HEADING;
    }

    private PdfSheet newSheet() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        return new PdfSheet(document, page, fonts);
    }
}
