package io.ledgerbank.command.account;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import io.ledgerbank.api.account.FundsHeld;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.money.Money;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;

/** The holds on an account, as many as it has payments on their way. For the lane alone. */
@JsonAutoDetect(
        fieldVisibility = Visibility.ANY,
        getterVisibility = Visibility.NONE,
        isGetterVisibility = Visibility.NONE)
final class Holds {

    private Map<PaymentId, Hold> byPayment = new HashMap<>();
    private Money total;

    @SuppressWarnings("NullAway.Init") // Read from a snapshot.
    Holds() {}

    Holds(Currency currency) {
        total = Money.zero(currency);
    }

    Money total() {
        return total;
    }

    boolean has(PaymentId payment) {
        return byPayment.containsKey(payment);
    }

    /** @throws IllegalStateException when nothing is held for the payment */
    Hold require(PaymentId payment) {
        Hold hold = byPayment.get(payment);
        if (hold == null) {
            throw new IllegalStateException("No funds are held for payment " + payment);
        }
        return hold;
    }

    Hold place(FundsHeld event) {
        Hold hold = Hold.of(event.amount(), event.purpose());
        byPayment.put(event.paymentId(), hold);
        total = total.plus(hold.amount());
        return hold;
    }

    Hold end(PaymentId payment) {
        Hold hold = require(payment);
        byPayment.remove(payment);
        total = total.minus(hold.amount());
        return hold;
    }
}
