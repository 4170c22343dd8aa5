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
import io.ledgerbank.api.account.AccountType;
import io.ledgerbank.api.account.FundsHeld;
import io.ledgerbank.api.account.HoldCaptured;
import io.ledgerbank.api.account.HoldReleased;
import io.ledgerbank.api.account.Iban;
import io.ledgerbank.api.account.OpenAccount;
import io.ledgerbank.api.account.Purpose;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.command.eventlog.Claims;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
    private AccountType type;
    private Iban iban;
    private AccountStatus status;
    private AccountLimits limits;
    private Money posted;
    private Money held;
    private Money overdraftLimit;
    private Map<PaymentId, Hold> holds = new HashMap<>();
    private Spending spending = Spending.NONE;
    private RecentOrders recentOrders = new RecentOrders();

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
                defaults.limitsOf(command.type(), command.currency()),
                calendar.now());
        apply(opened);
        return AccountDetails.of(opened);
    }

    public AccountFacts facts() {
        return new AccountFacts(
                accountId, ownerId, type, iban, status, limits, posted, held, overdraftLimit, spending, recentOrders);
    }

    public void debit(Booking booking) {
        apply(booking.debited(accountId));
    }

    public void credit(Booking booking) {
        apply(booking.credited(accountId));
    }

    /** Sets the amount aside until the payment's hold is captured or released. */
    public void hold(PaymentId paymentId, Money amount, Purpose purpose) {
        if (holds.containsKey(paymentId)) {
            throw new IllegalStateException("Funds are held for payment " + paymentId + " already");
        }
        apply(new FundsHeld(accountId, paymentId, amount, Optional.of(purpose)));
    }

    public void capture(Booking booking) {
        requireHold(booking.paymentId());
        apply(booking.captured(accountId));
    }

    public void release(PaymentId paymentId) {
        Hold hold = requireHold(paymentId);
        apply(new HoldReleased(accountId, paymentId, hold.amount(), hold.order().map(Hold.Counted::day)));
    }

    @EventSourcingHandler
    void on(AccountOpened event) {
        accountId = event.accountId();
        ownerId = event.ownerId();
        type = event.type();
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
        spending = spending.taken(event.bookingDate(), event.amount().minorUnits());
        if (event.bookedAt().isPresent()) {
            long order =
                    OrderFingerprint.of(event.counterparty().iban(), event.amount(), event.remittanceInformation());
            recentOrders.add(order, event.bookedAt().get());
        }
    }

    @EventSourcingHandler
    void on(AccountCredited event) {
        posted = posted.plus(event.amount());
    }

    @EventSourcingHandler
    void on(FundsHeld event) {
        Hold hold = Hold.of(event.amount(), event.purpose());
        holds.put(event.paymentId(), hold);
        held = held.plus(event.amount());
        hold.order().ifPresent(order -> {
            spending = spending.taken(order.day(), event.amount().minorUnits());
            recentOrders.add(order.fingerprint(), order.time());
        });
    }

    /** The limits have counted it since it was held, on the day of the hold. */
    @EventSourcingHandler
    void on(HoldCaptured event) {
        endHold(event.paymentId());
        posted = posted.minus(event.amount());
    }

    @EventSourcingHandler
    void on(HoldReleased event) {
        endHold(event.paymentId()).order().ifPresent(order -> {
            spending = spending.givenBack(order.day(), event.amount().minorUnits());
            recentOrders.forget(order.fingerprint(), order.time());
        });
    }

    private Hold endHold(PaymentId paymentId) {
        Hold hold = requireHold(paymentId);
        held = held.minus(hold.amount());
        holds.remove(paymentId);
        return hold;
    }

    private Hold requireHold(PaymentId paymentId) {
        Hold hold = holds.get(paymentId);
        if (hold == null) {
            throw new IllegalStateException("No funds are held for payment " + paymentId);
        }
        return hold;
    }
}
