package io.ledgerbank.api.account;

import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.money.Money;
import java.util.Optional;

/**
 * Money was set aside for one payment. The hold ends only by capture or release, never by time.
 *
 * @param purpose absent from holds of the first revision, which count on no day's limits
 */
public record FundsHeld(AccountId accountId, PaymentId paymentId, Money amount, Optional<Purpose> purpose)
        implements AccountEvent {}
