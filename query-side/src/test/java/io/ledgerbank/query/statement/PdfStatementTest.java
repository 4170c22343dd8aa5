package io.ledgerbank.query.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.money.Money;
import java.io.IOException;
import java.util.Currency;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PdfStatementTest {

    private final PdfStatement pdf = new PdfStatement("LedgerBank", new FontFiles(List.of()));

    @Test
    void it_tells_who_what_and_how_much() throws IOException {
        String text = text(pdf.render(Examples.of("Alice Example", Examples.lines(2, "Carol", "Invoice 7"))));

        assertThat(text)
                .contains(
                        "LedgerBank",
                        "Account statement",
                        "2026-10-01 to 2026-10-31",
                        "Alice Example",
                        "GB33 BUKB 2020 1555 5555 55",
                        "Checking, GBP",
                        "Opening balance",
                        "1,234.56",
                        "Money in (1)",
                        "Money out (1)",
                        "10,000.01",
                        "11,234.56",
                        "Carol",
                        "Invoice 7",
                        "DE89 3704 0044 0532 0130 00",
                        "Value date 2026-10-03",
                        "Closing balance",
                        "1,234.55",
                        "As of 2026-11-01T00:00:00Z, position 4711",
                        "Page 1 of 1");
    }

    @Test
    void long_statements_have_numbered_pages_that_say_whose_they_are() throws IOException {
        byte[] bytes = pdf.render(Examples.of("Alice", Examples.lines(200, "Carol", "Invoice")));

        try (PDDocument document = Loader.loadPDF(bytes)) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThan(5);
            for (int page = 1; page <= pages; page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(document))
                        .contains("Page %d of %d".formatted(page, pages), "GB33 BUKB 2020 1555 5555 55", "Balance");
            }
        }
    }

    @Test
    void the_same_statement_has_the_same_bytes() {
        Statement statement = Examples.of("Αλίκη عليا", Examples.lines(100, "Кэрол", "שלום"));

        assertThat(pdf.render(statement))
                .isEqualTo(new PdfStatement("LedgerBank", new FontFiles(List.of())).render(statement));
    }

    @Test
    void all_its_fonts_are_inside() throws IOException {
        try (PDDocument document =
                Loader.loadPDF(pdf.render(Examples.of("Alice", Examples.lines(3, "Carol", "Invoice"))))) {
            var resources = document.getPage(0).getResources();
            for (var name : resources.getFontNames()) {
                PDFont font = resources.getFont(name);
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Łukasz Ñandú", "Ελληνικά", "Українська", "Հայերեն", "ქართული", "Tiếng Việt", "e\u0301te\u0301"})
    void alphabets_are_set_as_they_are_written(String name) throws IOException {
        assertThat(text(pdf.render(Examples.of(name, List.of()))))
                .contains(java.text.Normalizer.normalize(name, java.text.Normalizer.Form.NFC));
    }

    @Test
    void what_is_written_from_the_right_is_drawn_from_the_right_with_its_letters_joined() {
        assertThat(Lettering.line("שלום 12")).isEqualTo("12 םולש");
        assertThat(Lettering.line("سلام")).isEqualTo("\uFEE1\uFEFC\uFEB3");
        assertThat(Lettering.line("Abc (שלום)")).isEqualTo("Abc (םולש)");
    }

    @Test
    void what_no_font_has_is_marked_and_stops_nothing() throws IOException {
        assertThat(text(pdf.render(Examples.of("𓀀 請求書 Ltd", List.of())))).contains("\uFFFD", "Ltd");
    }

    @Test
    void what_is_too_wide_goes_on_in_the_next_line() throws IOException {
        assertThat(Lettering.lines("one two three", 7, String::length)).containsExactly("one two", "three");
        assertThat(Lettering.lines("incomprehensibilities", 10, String::length))
                .containsExactly("incomprehe", "nsibilitie", "s");
        assertThat(Lettering.lines("", 10, String::length)).containsExactly("");
        assertThat(Lettering.lines("a  b", 10, String::length)).containsExactly("a  b");
    }

    @ParameterizedTest
    @CsvSource({
        "0, '0.00'",
        "0.5, '0.50'",
        "999.99, '999.99'",
        "1000, '1,000.00'",
        "-1234567.8, '-1,234,567.80'",
        "9999999999999999.99, '9,999,999,999,999,999.99'"
    })
    void thousands_are_set_apart(String amount, String shown) {
        assertThat(PdfForm.amount(
                        amount.startsWith("-")
                                ? Examples.pounds(amount.substring(1)).negated()
                                : Examples.pounds(amount)))
                .isEqualTo(shown);
    }

    @Test
    void currencies_have_the_decimals_they_have() {
        assertThat(PdfForm.amount(Money.of("1234567", Currency.getInstance("JPY"))))
                .isEqualTo("1,234,567");
        assertThat(PdfForm.amount(Money.of("1234.5678", Currency.getInstance("CLF"))))
                .isEqualTo("1,234.5678");
    }

    private static String text(byte[] bytes) throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
