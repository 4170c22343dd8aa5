package io.ledgerbank.query.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvStatementTest {

    private final CsvStatement csv = new CsvStatement();

    @Test
    void opening_balance_entries_and_closing_balance_stand_in_lines() {
        assertThat(render(Examples.of("Alice", Examples.lines(2, "Carol \"C\", Ltd", "Invoice 7"))))
                .isEqualTo("""
                        type,bookingDate,valueDate,amount,currency,balance,counterpartyName,counterpartyIban,remittanceInformation,paymentId,entryId\r
                        OPENING,2026-10-01,,,GBP,1234.56,,,,,\r
                        CREDIT,2026-10-01,2026-10-01,10000.00,GBP,11234.56,"Carol ""C"", Ltd",DE89370400440532013000,Invoice 7,0199a000-0000-7001-8000-000000000000,0199a000-0000-7000-8000-000000000000\r
                        DEBIT,2026-10-02,2026-10-03,-10000.01,GBP,1234.55,"Carol ""C"", Ltd",DE89370400440532013000,Invoice 7,0199a000-0000-7001-8000-000000000001,0199a000-0000-7000-8000-000000000001\r
                        CLOSING,2026-10-31,,,GBP,1234.55,,,,,\r
                        """);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+44 20 7946 0000",
                "-2+3",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                " =1",
                "\u00a0=1",
                "\u200e=1",
                "\uff1d1+1",
                "\uff0b1",
                "\uff0d1",
                "\uff20x",
                "\u22121",
                "\tplain"
            })
    void what_a_spreadsheet_would_calculate_is_made_text(String hostile) {
        assertThat(CsvStatement.text(hostile)).isEqualTo("'" + hostile);
        assertThat(render(Examples.of("Alice", Examples.lines(1, hostile, hostile))))
                .contains("'" + hostile)
                .doesNotContain("," + hostile);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Rent", "a=b", "3 - 2", "", "Zoë", "請求書", "100 %"})
    void what_is_text_stays_as_it_is(String text) {
        assertThat(CsvStatement.text(text)).isEqualTo(text);
    }

    @Test
    void a_line_break_stays_within_its_field() {
        assertThat(render(Examples.of("Alice", Examples.lines(1, "A", "two\r\nlines"))))
                .contains(",\"two\r\nlines\",");
    }

    @Test
    void without_entries_both_balances_are_told() {
        assertThat(render(Examples.of("Alice", List.of())))
                .contains("OPENING,2026-10-01,,,GBP,1234.56", "CLOSING,2026-10-31,,,GBP,1234.56");
    }

    private String render(Statement statement) {
        return new String(csv.render(statement), StandardCharsets.UTF_8);
    }
}
