package io.ledgerbank.query.statement;

import io.ledgerbank.api.account.AccountDetails;
import io.ledgerbank.api.account.AccountLimits;
import io.ledgerbank.api.account.AccountStatus;
import io.ledgerbank.api.account.AccountType;
import io.ledgerbank.api.account.Counterparty;
import io.ledgerbank.api.account.Iban;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.ledger.Direction;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.query.statement.Statement.Moment;
import io.ledgerbank.query.statement.Statement.State;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Statements that need no books. */
final class Examples {

    static final LocalDate FROM = LocalDate.parse("2026-10-01");
    static final LocalDate TO = LocalDate.parse("2026-10-31");

    private static final Currency GBP = Currency.getInstance("GBP");
    private static final AccountId ACCOUNT = AccountId.parse("0199a000-0000-7000-8000-000000000001");
    private static final Iban IBAN = Iban.parse("GB33BUKB20201555555555");
    private static final Iban OTHER = Iban.parse("DE89370400440532013000");

    private Examples() {}

    static Statement of(String holder, List<StatementLine> lines) {
        Money zero = Money.zero(GBP);
        AccountDetails account = new AccountDetails(
                ACCOUNT,
                UserId.parse("0199a000-0000-7000-8000-000000000002"),
                "Everyday",
                AccountType.CHECKING,
                GBP,
                IBAN,
                AccountStatus.ACTIVE,
                zero,
                zero,
                zero,
                zero,
                new AccountLimits(zero, zero, zero),
                Instant.EPOCH);
        return Statement.of(
                account,
                holder,
                new Period(FROM, TO),
                new Moment(State.FINAL, Instant.parse("2026-11-01T00:00:00Z"), 4711),
                pounds("1234.56"),
                lines);
    }

    /** Deposits and payments to these people for these purposes, in turn. */
    static List<StatementLine> lines(int count, String name, String purpose) {
        List<StatementLine> lines = new ArrayList<>();
        Money balance = pounds("1234.56");
        for (int i = 0; i < count; i++) {
            Direction direction = i % 2 == 0 ? Direction.CREDIT : Direction.DEBIT;
            Money amount = new Money(1_000_000L + i, GBP);
            balance = direction == Direction.CREDIT ? balance.plus(amount) : balance.minus(amount);
            lines.add(new StatementLine(
                    new UUID(0x0199_a000_0000_7000L, 0x8000_0000_0000_0000L + i),
                    100L + i,
                    FROM.plusDays(i % 31),
                    FROM.plusDays(i % 31 + i % 2),
                    direction,
                    amount,
                    balance,
                    new PaymentId(new UUID(0x0199_a000_0000_7001L, 0x8000_0000_0000_0000L + i)),
                    new Counterparty(Optional.of(name), Optional.of(OTHER), Optional.empty()),
                    purpose));
        }
        return lines;
    }

    static Money pounds(String amount) {
        return Money.of(amount, GBP);
    }
}
