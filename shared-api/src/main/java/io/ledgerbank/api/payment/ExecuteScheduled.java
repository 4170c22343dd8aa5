package io.ledgerbank.api.payment;

import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.user.Caller;
import java.util.Optional;

/**
 * Make a scheduled payment now; the answer is the payment, which has failed if a policy refuses it. Refused with
 * {@code already_processed} when it does not wait for its day, or has moved on from where it is said to be.
 *
 * @param ifAt the place of the payment's last event in its stream, as whoever asks knows it
 * @param caller an administrator, or the system when it is due
 */
public record ExecuteScheduled(PaymentId paymentId, Optional<Long> ifAt, Caller caller) {}
