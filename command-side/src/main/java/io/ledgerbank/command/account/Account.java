package io.ledgerbank.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import io.ledgerbank.api.account.AccountCredited;
import io.ledgerbank.api.account.AccountDebited;
import io.ledgerbank.api.account.AccountDetails;
import io.ledgerbank.api.account.AccountLimits;
import io.ledgerbank.api.account.AccountOpened;
import io.ledgerbank.api.account.AccountStatus;
import io.ledgerbank.api.account.FundsHeld;
import io.ledgerbank.api.account.HoldCaptured;
import io.ledgerbank.api.account.HoldReleased;
import io.ledgerbank.api.account.Iban;
import io.ledgerbank.api.account.OpenAccount;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.command.eventlog.Claims;
import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;

/**
 * A customer's account. Whoever moves its money has asked every policy before; the account keeps the books and refuses
 * only what would make them wrong.
 */
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE)
public class Account {

    @AggregateIdentifier
    private AccountId accountId;

    private UserId ownerId;
    private Iban iban;
    private AccountStatus status;
    private AccountLimits limits;
    private Money posted;
    private Money held;
    private Money overdraftLimit;
    private Map<PaymentId, Money> holds = new HashMap<>();

    @SuppressWarnings("NullAway.Init")
    Account() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    AccountDetails handle(OpenAccount command, BankCalendar calendar, AccountDefaults defaults, Claims claims) {
        AccountName.check(command.name()).ifPresent(rejection -> {
            throw new RejectedException(rejection);
        });
        AccountOpened opened = new AccountOpened(
                command.accountId(),
                command.caller().userId(),
                command.name(),
                command.type(),
                command.currency(),
                IbanIssuer.issue(command.accountId(), claims),
                defaults.limitsIn(command.currency()),
                calendar.now());
        apply(opened);
        return AccountDetails.of(opened);
    }

    public AccountFacts facts() {
        return new AccountFacts(accountId, ownerId, iban, status, limits, posted, held, overdraftLimit);
    }

    public void debit(Booking booking) {
        apply(booking.debited(accountId));
    }

    public void credit(Booking booking) {
        apply(booking.credited(accountId));
    }

    /** Sets the amount aside until the payment's hold is captured or released. */
    public void hold(PaymentId paymentId, Money amount) {
        if (holds.containsKey(paymentId)) {
            throw new IllegalStateException("Funds are held for payment " + paymentId + " already");
        }
        apply(new FundsHeld(accountId, paymentId, amount));
    }

    public void capture(Booking booking) {
        requireHold(booking.paymentId());
        apply(booking.captured(accountId));
    }

    public void release(PaymentId paymentId) {
        apply(new HoldReleased(accountId, paymentId, requireHold(paymentId)));
    }

    @EventSourcingHandler
    void on(AccountOpened event) {
        accountId = event.accountId();
        ownerId = event.ownerId();
        iban = event.iban();
        status = AccountStatus.ACTIVE;
        limits = event.limits();
        posted = Money.zero(event.currency());
        held = Money.zero(event.currency());
        overdraftLimit = Money.zero(event.currency());
    }

    @EventSourcingHandler
    void on(AccountDebited event) {
        posted = posted.minus(event.amount());
    }

    @EventSourcingHandler
    void on(AccountCredited event) {
        posted = posted.plus(event.amount());
    }

    @EventSourcingHandler
    void on(FundsHeld event) {
        holds.put(event.paymentId(), event.amount());
        held = held.plus(event.amount());
    }

    @EventSourcingHandler
    void on(HoldCaptured event) {
        endHold(event.paymentId());
        posted = posted.minus(event.amount());
    }

    @EventSourcingHandler
    void on(HoldReleased event) {
        endHold(event.paymentId());
    }

    private void endHold(PaymentId paymentId) {
        held = held.minus(requireHold(paymentId));
        holds.remove(paymentId);
    }

    private Money requireHold(PaymentId paymentId) {
        Money amount = holds.get(paymentId);
        if (amount == null) {
            throw new IllegalStateException("No funds are held for payment " + paymentId);
        }
        return amount;
    }
}
