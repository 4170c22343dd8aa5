package io.ledgerbank.query.statement;

import io.ledgerbank.api.account.Iban;
import io.ledgerbank.api.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a statement as CSV (RFC 4180, UTF-8) with a line of names, the opening balance, the entries and the closing
 * balance. No field that people have written can be taken for a formula by a program that opens the file. Thread-safe.
 */
final class CsvStatement {

    private static final String LINE_END = "\r\n";
    private static final List<String> NAMES = List.of(
            "type",
            "bookingDate",
            "valueDate",
            "amount",
            "currency",
            "balance",
            "counterpartyName",
            "counterpartyIban",
            "remittanceInformation",
            "paymentId",
            "entryId");

    /** What makes spreadsheets calculate: as they are, as full-width forms, and whatever may be skipped before them. */
    private static final String FORMULA = "(?s)[\\s\\p{Z}\\p{C}]*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20\u2212].*|[\t\r\n].*";

    byte[] render(Statement statement) {
        Stream<List<String>> lines = Stream.of(
                        Stream.of(NAMES, balance("OPENING", statement.from(), statement.openingBalance())),
                        statement.entries().stream().map(CsvStatement::entry),
                        Stream.of(balance("CLOSING", statement.to(), statement.closingBalance())))
                .flatMap(part -> part);
        return lines.map(fields -> fields.stream().map(CsvStatement::field).collect(Collectors.joining(",")) + LINE_END)
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> balance(String type, LocalDate day, Money balance) {
        return List.of(
                type,
                day.toString(),
                "",
                "",
                balance.currency().getCurrencyCode(),
                balance.decimal(),
                "",
                "",
                "",
                "",
                "");
    }

    private static List<String> entry(StatementLine line) {
        Money change =
                switch (line.direction()) {
                    case CREDIT -> line.amount();
                    case DEBIT -> line.amount().negated();
                };
        return List.of(
                line.direction().name(),
                line.bookingDate().toString(),
                line.valueDate().toString(),
                change.decimal(),
                change.currency().getCurrencyCode(),
                line.balance().decimal(),
                text(line.counterparty().name().orElse("")),
                line.counterparty().iban().map(Iban::value).orElse(""),
                text(line.remittanceInformation()),
                line.paymentId().toString(),
                line.id().toString());
    }

    /** An apostrophe in front makes it text, whatever it begins with. */
    static String text(String written) {
        return written.matches(FORMULA) ? "'" + written : written;
    }

    private static String field(String value) {
        boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
