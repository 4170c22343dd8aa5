package io.ledgerbank.query.statement;

import io.ledgerbank.api.account.Counterparty;
import io.ledgerbank.api.account.Iban;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.ledger.Direction;
import io.ledgerbank.api.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;

/**
 * One line of a statement.
 *
 * @param id that of the event that booked it
 * @param position that event's place in the log
 * @param amount positive; the direction tells the sign
 * @param balance what the lines up to this one leave
 */
public record StatementLine(
        UUID id,
        long position,
        LocalDate bookingDate,
        LocalDate valueDate,
        Direction direction,
        Money amount,
        Money balance,
        PaymentId paymentId,
        Counterparty counterparty,
        String remittanceInformation) {

    /** @param before what the lines before leave */
    static StatementLine read(ResultSet row, Money before) throws SQLException {
        Currency currency = before.currency();
        Money amount = new Money(row.getLong("amount"), currency);
        Direction direction = Direction.valueOf(row.getString("direction"));
        return new StatementLine(
                row.getObject("id", UUID.class),
                row.getLong("position"),
                row.getObject("booking_date", LocalDate.class),
                row.getObject("value_date", LocalDate.class),
                direction,
                amount,
                direction == Direction.CREDIT ? before.plus(amount) : before.minus(amount),
                new PaymentId(row.getObject("payment_id", UUID.class)),
                new Counterparty(
                        Optional.ofNullable(row.getString("counterparty_name")),
                        Optional.ofNullable(row.getString("counterparty_iban")).map(Iban::new),
                        Optional.ofNullable(row.getObject("counterparty_account_id", UUID.class))
                                .map(AccountId::new)),
                row.getString("remittance_information"));
    }
}
