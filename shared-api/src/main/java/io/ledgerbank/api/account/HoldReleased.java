package io.ledgerbank.api.account;

import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.money.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Money that was held is available again: the payment certainly did not happen.
 *
 * @param heldOn the booking day on whose limits the hold counted and no longer does, if it did on any
 */
public record HoldReleased(AccountId accountId, PaymentId paymentId, Money amount, Optional<LocalDate> heldOn)
        implements AccountEvent {}
