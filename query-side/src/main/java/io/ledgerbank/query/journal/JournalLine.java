package io.ledgerbank.query.journal;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.ledgerbank.api.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/**
 * One line of the ledger. It names nobody: whoever has to know who stands behind an account or a payment asks for it.
 *
 * @param position the place in the log of the event that booked it; the lines of one position sum to zero
 * @param account a customer account's id or the name of one of the bank's own
 * @param direction {@code DEBIT} or {@code CREDIT}
 * @param amount positive
 */
@JsonPropertyOrder({"position", "account", "direction", "amount", "paymentId", "bookingDate", "valueDate"})
public record JournalLine(
        long position,
        String account,
        String direction,
        Money amount,
        UUID paymentId,
        LocalDate bookingDate,
        LocalDate valueDate) {

    static final List<String> NAMES =
            List.of("position", "account", "direction", "amount", "currency", "paymentId", "bookingDate", "valueDate");

    static JournalLine read(ResultSet row) throws SQLException {
        return new JournalLine(
                row.getLong("position"),
                row.getString("account"),
                row.getString("direction"),
                new Money(row.getLong("amount"), Currency.getInstance(row.getString("currency"))),
                row.getObject("payment_id", UUID.class),
                row.getObject("booking_date", LocalDate.class),
                row.getObject("value_date", LocalDate.class));
    }

    /** In the order of the names; none of it needs to be quoted, none of it is anybody's own words. */
    List<String> fields() {
        return List.of(
                Long.toString(position),
                account,
                direction,
                amount.decimal(),
                amount.currency().getCurrencyCode(),
                paymentId.toString(),
                bookingDate.toString(),
                valueDate.toString());
    }
}
