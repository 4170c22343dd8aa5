package io.ledgerbank.command.payment;

import io.ledgerbank.api.account.AccountStatus;
import io.ledgerbank.api.error.ErrorCatalog;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.payment.AttemptStarted;
import io.ledgerbank.api.payment.BankInstruction;
import io.ledgerbank.api.payment.PaymentFailed;
import io.ledgerbank.api.payment.StartAttempt;
import io.ledgerbank.command.account.Account;
import io.ledgerbank.command.account.BankCalendar;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/**
 * Lets attempts at banks begin. Nothing leaves from an account that has been frozen meanwhile: what waits to be sent from it
 * has certainly not been executed, and fails.
 */
final class StartingAttempts {

    private final Repository<Account> accounts;
    private final KnownPayments payments;
    private final BankCalendar calendar;

    StartingAttempts(Repository<Account> accounts, KnownPayments payments, BankCalendar calendar) {
        this.accounts = accounts;
        this.payments = payments;
        this.calendar = calendar;
    }

    @CommandHandler
    Optional<BankInstruction> handle(StartAttempt command) {
        Aggregate<Payment> payment = payments.load(command.paymentId());
        payment.execute(waiting -> waiting.requireNext(command.attempt()));
        Aggregate<Account> debtor = accounts.load(
                payment.invoke(Payment::terms).order().debtor().orElseThrow().toString());
        Instant now = calendar.now();
        if (debtor.invoke(Account::facts).status() == AccountStatus.FROZEN) {
            PaymentFailed stopped =
                    new PaymentFailed(command.paymentId(), Reason.ACCOUNT_FROZEN, now, ErrorCatalog.version());
            debtor.execute(account -> account.release(command.paymentId()));
            payment.execute(waiting -> waiting.record(stopped));
            return Optional.empty();
        }
        AttemptStarted started =
                new AttemptStarted(command.paymentId(), command.attempt(), now, now.plus(command.timeout()));
        payment.execute(waiting -> waiting.record(started));
        return Optional.of(payment.invoke(sent -> sent.instruction(started)));
    }
}
