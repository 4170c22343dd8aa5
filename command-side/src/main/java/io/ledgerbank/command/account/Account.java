package io.ledgerbank.command.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import io.ledgerbank.api.account.AccountChanged;
import io.ledgerbank.api.account.AccountDetails;
import io.ledgerbank.api.account.AccountEvent;
import io.ledgerbank.api.account.AccountOpened;
import io.ledgerbank.api.account.FundsHeld;
import io.ledgerbank.api.account.HoldReleased;
import io.ledgerbank.api.account.OpenAccount;
import io.ledgerbank.api.account.Purpose;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.command.claim.Claims;
import io.ledgerbank.command.user.KnownUsers;
import java.time.LocalDate;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;

/**
 * A customer's account. Whoever changes it or moves its money has asked every policy before; the account keeps the books
 * and refuses only what would make them wrong.
 */
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE)
public class Account {

    @AggregateIdentifier
    private AccountId accountId;

    private AccountOpened opened;
    private Terms terms;
    private Funds funds;

    @SuppressWarnings("NullAway.Init")
    Account() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.ALWAYS)
    AccountDetails handle(
            OpenAccount command, BankCalendar calendar, AccountDefaults defaults, Claims claims, KnownUsers users) {
        AccountName.check(command.name()).ifPresent(rejection -> {
            throw new RejectedException(rejection);
        });
        OwnerInGoodStanding.require(command.caller(), users);
        AccountOpened event = new AccountOpened(
                command.accountId(),
                command.caller().userId(),
                command.name(),
                command.type(),
                command.currency(),
                IbanIssuer.issue(command.accountId(), claims),
                defaults.limitsOf(command.type(), command.currency()),
                calendar.now());
        apply(event);
        NewOwners.note(event.ownerId());
        return AccountDetails.of(event);
    }

    public AccountFacts facts() {
        return new AccountFacts(
                accountId,
                opened.ownerId(),
                opened.type(),
                opened.iban(),
                terms.status(),
                terms.limits(),
                funds.posted(),
                funds.held(),
                terms.overdraftLimit(),
                funds.spending(),
                funds.recentOrders());
    }

    AccountDetails details() {
        AccountFacts facts = facts();
        return new AccountDetails(
                accountId,
                facts.ownerId(),
                terms.name(),
                facts.type(),
                facts.currency(),
                facts.iban(),
                facts.status(),
                facts.posted(),
                facts.held(),
                facts.available(),
                facts.overdraftLimit(),
                facts.limits(),
                opened.openedAt());
    }

    void record(AccountChanged change) {
        apply(change);
    }

    public void debit(Booking booking) {
        apply(booking.debited(accountId));
    }

    /** Takes back what the account was paid: no limit counts it. */
    public void reverse(Booking booking, PaymentId original) {
        apply(booking.reversing(accountId, original));
    }

    public void credit(Booking booking) {
        apply(booking.credited(accountId));
    }

    /** Takes back what was captured: also when frozen or closed, for the money is there. */
    public void takeBack(Booking booking, Optional<LocalDate> heldOn) {
        apply(booking.returned(accountId, heldOn));
    }

    /** Sets the amount aside until the payment's hold is captured or released. */
    public void hold(PaymentId paymentId, Money amount, Purpose purpose) {
        funds.requireFreeFor(paymentId);
        apply(new FundsHeld(accountId, paymentId, amount, Optional.of(purpose)));
    }

    /** The day on whose limits the payment's hold counts, if it does on any. */
    public Optional<LocalDate> heldOn(PaymentId paymentId) {
        return funds.require(paymentId).order().map(Hold.Counted::day);
    }

    public void capture(Booking booking) {
        funds.require(booking.paymentId());
        apply(booking.captured(accountId));
    }

    public void release(PaymentId paymentId) {
        apply(new HoldReleased(accountId, paymentId, funds.require(paymentId).amount(), heldOn(paymentId)));
    }

    @EventSourcingHandler
    void on(AccountOpened event) {
        accountId = event.accountId();
        opened = event;
        terms = Terms.of(event);
        funds = new Funds(event.currency());
    }

    @EventSourcingHandler
    void on(AccountChanged event) {
        terms = terms.after(event);
    }

    @EventSourcingHandler
    void on(AccountEvent event) {
        funds.follow(event);
    }
}
