package io.ledgerbank.query.replay;

import io.ledgerbank.api.account.AccountDetails;
import io.ledgerbank.api.account.AccountEvent;
import io.ledgerbank.api.account.AccountOpened;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.payment.PaymentDetails;
import io.ledgerbank.api.payment.PaymentEvent;
import io.ledgerbank.api.payment.PaymentLife;
import io.ledgerbank.api.user.UserDetails;
import io.ledgerbank.api.user.UserEvent;
import io.ledgerbank.api.user.UserRegistered;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * How a state follows from events.
 *
 * @param events what such a thing's events have in common
 * @param first the state after the first event
 * @param next the state after one more
 * @param shown what auditors see of a state
 * @param unknown why it is refused when there is no such thing
 */
record Fold<E, S, V>(
        Class<E> events, Function<E, S> first, BiFunction<S, E, S> next, Function<S, V> shown, Reason unknown) {

    static final Fold<AccountEvent, AccountDetails, AccountDetails> ACCOUNT = new Fold<>(
            AccountEvent.class,
            event -> AccountDetails.of((AccountOpened) event),
            AccountDetails::after,
            Function.identity(),
            Reason.ACCOUNT_NOT_FOUND);

    static final Fold<PaymentEvent, PaymentLife, PaymentDetails> PAYMENT = new Fold<>(
            PaymentEvent.class,
            PaymentLife::startingWith,
            PaymentLife::after,
            PaymentLife::details,
            Reason.PAYMENT_NOT_FOUND);

    static final Fold<UserEvent, UserDetails, UserDetails> USER = new Fold<>(
            UserEvent.class,
            event -> UserDetails.of((UserRegistered) event),
            UserDetails::after,
            Function.identity(),
            Reason.USER_NOT_FOUND);

    S after(Optional<S> before, Object event) {
        E happened = events.cast(event);
        return before.map(state -> next.apply(state, happened)).orElseGet(() -> first.apply(happened));
    }
}
