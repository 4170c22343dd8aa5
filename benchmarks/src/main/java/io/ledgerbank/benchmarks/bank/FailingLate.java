package io.ledgerbank.benchmarks.bank;

import io.ledgerbank.api.account.Counterparty;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.ledger.InternalAccount;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.command.account.Account;
import io.ledgerbank.command.account.Booking;
import io.ledgerbank.command.account.Moment;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Repository;

/** Debits an account and then fails, so that the debit has to be taken back. */
final class FailingLate {

    private static final Booking BOOKING = new Booking(
            PaymentId.next(),
            new Money(1, Currency.getInstance("GBP")),
            InternalAccount.CASH,
            Counterparty.cash(),
            "Never to be booked",
            new Moment(Instant.EPOCH, LocalDate.EPOCH),
            LocalDate.EPOCH);

    private final Repository<Account> accounts;

    FailingLate(Repository<Account> accounts) {
        this.accounts = accounts;
    }

    @CommandHandler
    void handle(FailLate command) {
        accounts.load(command.accountId().toString()).execute(account -> account.debit(BOOKING));
        throw new FailedLate();
    }
}
