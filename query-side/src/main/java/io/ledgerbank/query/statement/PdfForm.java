package io.ledgerbank.query.statement;

import io.ledgerbank.api.account.Iban;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.query.audit.Total;
import io.ledgerbank.query.statement.PdfSheet.Ink;
import io.ledgerbank.query.statement.PdfSheet.Style;
import io.ledgerbank.query.statement.Statement.State;
import java.io.IOException;
import java.util.Locale;

/** What stands on the pages of a statement besides its lines. */
record PdfForm(String bank, Statement statement) {

    static final int LEFT = 480;
    static final int RIGHT = 5473;
    static final int WIDTH = RIGHT - LEFT;

    /** Where the lines of a first page and of any other begin, and where they end. */
    static final int FIRST_TOP = 2830;

    static final int TOP = 1060;
    static final int BOTTOM = 7800;

    private static final int PADDING = 110;
    private static final int CELLS = 4;
    private static final Style NAME = Style.bold(170, Ink.BRAND);
    private static final Style TITLE = Style.bold(150, Ink.BRAND);
    private static final Style LABEL = Style.regular(72, Ink.QUIET);
    private static final Style VALUE = Style.regular(90, Ink.TEXT);
    private static final Style STRONG = Style.bold(105, Ink.TEXT);
    private static final Style SMALL = Style.regular(70, Ink.QUIET);

    void first(PdfSheet sheet) throws IOException {
        logo(sheet, LEFT, 440, 330);
        sheet.text(Lettering.line(bank), LEFT + 430, 670, NAME);
        sheet.textEndingAt("Account statement", RIGHT, 570, TITLE);
        sheet.textEndingAt(days(), RIGHT, 730, VALUE);
        if (statement.state() == State.PROVISIONAL) {
            sheet.textEndingAt("PROVISIONAL: more may be booked", RIGHT, 860, Style.bold(72, Ink.ACCENT));
        }
        sheet.text("Account holder", LEFT, 1160, LABEL);
        sheet.text(Lettering.line(statement.holder()), LEFT, 1310, Style.bold(120, Ink.TEXT));
        labelled(sheet, "IBAN", grouped(statement.iban()), LEFT, 1530);
        labelled(sheet, "Account", typeName() + ", " + statement.currency(), LEFT + 1900, 1530);
        labelled(sheet, "Statement", statement.id().toString(), LEFT + 3050, 1530);
        summary(sheet, 1900);
    }

    void following(PdfSheet sheet) throws IOException {
        logo(sheet, LEFT, 440, 200);
        sheet.text(Lettering.line(bank), LEFT + 280, 585, Style.bold(105, Ink.BRAND));
        sheet.textEndingAt(grouped(statement.iban()), RIGHT, 530, VALUE);
        sheet.textEndingAt(days(), RIGHT, 645, LABEL);
    }

    void foot(PdfSheet sheet, int page, int pages) throws IOException {
        sheet.rule(LEFT, 7960, WIDTH);
        sheet.text(
                "As of " + statement.asOf() + ", position " + statement.position() + " of the bank's log.",
                LEFT,
                8075,
                SMALL);
        sheet.textEndingAt("Page %d of %d".formatted(page, pages), RIGHT, 8075, SMALL);
    }

    private void summary(PdfSheet sheet, int y) throws IOException {
        sheet.box(LEFT, y, WIDTH, 560, Ink.BAND);
        sheet.box(LEFT, y, 28, 560, Ink.ACCENT);
        cell(sheet, 0, y, "Opening balance", amount(statement.openingBalance()));
        cell(
                sheet,
                1,
                y,
                "Money in (" + statement.credits().count() + ")",
                amount(statement.credits().sum()));
        cell(
                sheet,
                2,
                y,
                "Money out (" + statement.debits().count() + ")",
                amount(statement.debits().sum()));
        cell(sheet, 3, y, "Closing balance", amount(statement.closingBalance()));
    }

    private static void cell(PdfSheet sheet, int number, int y, String label, String amount) throws IOException {
        int x = LEFT + PADDING + number * WIDTH / CELLS;
        sheet.text(label, x, y + 210, LABEL);
        sheet.text(amount, x, y + 400, STRONG);
    }

    private static void labelled(PdfSheet sheet, String label, String value, int x, int y) throws IOException {
        sheet.text(label, x, y, LABEL);
        sheet.text(value, x, y + 130, VALUE);
    }

    /** A ledger's page with three lines. */
    private static void logo(PdfSheet sheet, int x, int y, int size) throws IOException {
        sheet.box(x, y, size, size, Ink.BRAND);
        int margin = size / 5;
        int line = size / 11;
        sheet.box(x + margin, y + margin, size - 2 * margin, line, Ink.PAPER);
        sheet.box(x + margin, y + size / 2 - line / 2, (size - 2 * margin) * 2 / 3, line, Ink.PAPER);
        sheet.box(x + margin, y + size - margin - line, size - 2 * margin, line, Ink.ACCENT);
    }

    private String days() {
        return statement.from() + " to " + statement.to();
    }

    private String typeName() {
        String name = statement.type().name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    static String grouped(Iban iban) {
        return iban.value().replaceAll("(.{4})(?!$)", "$1 ");
    }

    static String amount(Money money) {
        return amount(Total.of(money));
    }

    /** With the thousands set apart. */
    static String amount(Total total) {
        return total.decimal().replaceAll("(?<=\\d)(?=(\\d{3})+(\\.|$))", ",").replaceAll("(\\.\\d*),", "$1");
    }
}
