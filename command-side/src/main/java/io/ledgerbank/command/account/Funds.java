package io.ledgerbank.command.account;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import io.ledgerbank.api.account.AccountChanged;
import io.ledgerbank.api.account.AccountCredited;
import io.ledgerbank.api.account.AccountDebited;
import io.ledgerbank.api.account.AccountEvent;
import io.ledgerbank.api.account.AccountOpened;
import io.ledgerbank.api.account.FundsHeld;
import io.ledgerbank.api.account.HoldCaptured;
import io.ledgerbank.api.account.HoldReleased;
import io.ledgerbank.api.account.ReturnCredited;
import io.ledgerbank.api.account.Spending;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.money.Money;
import java.util.Currency;

/** What an account has, what is set aside of it, and as much of its past as limits and duplicates need. For the lane alone. */
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE)
final class Funds {

    private Money posted;
    private Holds holds;
    private Spending spending = Spending.NONE;
    private RecentOrders recentOrders = new RecentOrders();

    @SuppressWarnings("NullAway.Init") // Read from a snapshot.
    Funds() {}

    /** Of an account that has just been opened. */
    Funds(Currency currency) {
        posted = Money.zero(currency);
        holds = new Holds(currency);
    }

    Money posted() {
        return posted;
    }

    Money held() {
        return holds.total();
    }

    Spending spending() {
        return spending;
    }

    RecentOrders recentOrders() {
        return recentOrders;
    }

    /** @throws IllegalStateException when nothing is held for the payment */
    Hold require(PaymentId payment) {
        return holds.require(payment);
    }

    /** @throws IllegalStateException when something is held for the payment */
    void requireFreeFor(PaymentId payment) {
        if (holds.has(payment)) {
            throw new IllegalStateException("Funds are held for payment " + payment + " already");
        }
    }

    /** The limits count what is captured since it was held, on the day of the hold. */
    void follow(AccountEvent event) {
        spending = spending.after(event);
        switch (event) {
            case AccountOpened opened -> {}
            case AccountChanged changed -> {}
            case AccountDebited debit -> debited(debit);
            case AccountCredited credit -> posted = posted.plus(credit.amount());
            case ReturnCredited credit -> posted = posted.plus(credit.amount());
            case FundsHeld hold ->
                holds.place(hold).order().ifPresent(order -> recentOrders.add(order.fingerprint(), order.time()));
            case HoldReleased release ->
                holds.end(release.paymentId())
                        .order()
                        .ifPresent(order -> recentOrders.forget(order.fingerprint(), order.time()));
            case HoldCaptured capture -> {
                holds.end(capture.paymentId());
                posted = posted.minus(capture.amount());
            }
        }
    }

    private void debited(AccountDebited debit) {
        posted = posted.minus(debit.amount());
        debit.bookedAt()
                .filter(time -> debit.reversalOf().isEmpty())
                .ifPresent(time -> recentOrders.add(OrderFingerprint.of(debit), time));
    }
}
