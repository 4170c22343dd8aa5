package io.ledgerbank.api.payment;

import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.user.Caller;
import java.util.Optional;

/**
 * Take a completed payment back, wholly or in part; the answer is the payment the other way. Refused with {@code
 * not_reversible} when it is not completed, went to a bank, or too much of it is taken back already.
 *
 * @param reversalId names the payment the other way
 * @param amount all that is left of it, if empty
 * @param reason becomes the remittance information of the payment the other way
 */
public record ReversePayment(
        PaymentId paymentId, PaymentId reversalId, Optional<Money> amount, String reason, Caller caller) {}
