package io.ledgerbank.query.statement;

import io.ledgerbank.api.account.AccountDetails;
import io.ledgerbank.api.account.AccountType;
import io.ledgerbank.api.account.Iban;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.ledger.Direction;
import io.ledgerbank.api.money.Money;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/**
 * What was booked on an account in a period, and what there was before and afterwards. Lines are in the order of their booking.
 *
 * @param id follows from account, period, state and position, so the same statement has the same one
 * @param holder the name under which the account's owner was known as of this statement
 * @param asOf the end of the period, or of a provisional statement when its last line was recorded
 * @param position the place in the log that it is as of: up to it every line of the period is in the statement
 */
public record Statement(
        UUID id,
        AccountId accountId,
        Iban iban,
        AccountType type,
        Currency currency,
        String holder,
        LocalDate from,
        LocalDate to,
        State state,
        Instant asOf,
        long position,
        Money openingBalance,
        Turnover credits,
        Turnover debits,
        Money closingBalance,
        List<StatementLine> entries) {

    /** Whether more may come. */
    public enum State {
        /** The period is over and the statement stays what it is. */
        FINAL,
        /** The period is not over, or not everything of it has arrived here. */
        PROVISIONAL
    }

    /**
     * Of when a statement is.
     *
     * @param position the place in the log
     */
    record Moment(State state, Instant asOf, long position) {}

    static Statement of(
            AccountDetails account,
            String holder,
            Period period,
            Moment moment,
            Money opening,
            List<StatementLine> lines) {
        return new Statement(
                idOf(account.id(), period, moment),
                account.id(),
                account.iban(),
                account.type(),
                account.currency(),
                holder,
                period.from(),
                period.to(),
                moment.state(),
                moment.asOf(),
                moment.position(),
                opening,
                Turnover.of(Direction.CREDIT, account.currency(), lines),
                Turnover.of(Direction.DEBIT, account.currency(), lines),
                lines.isEmpty() ? opening : lines.getLast().balance(),
                List.copyOf(lines));
    }

    private static UUID idOf(AccountId account, Period period, Moment moment) {
        String name = "statement %s %s %s %s %d"
                .formatted(account, period.from(), period.to(), moment.state(), moment.position());
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
