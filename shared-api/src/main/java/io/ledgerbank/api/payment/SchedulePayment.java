package io.ledgerbank.api.payment;

import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.user.Caller;
import java.time.Instant;
import java.util.List;

/**
 * Take a payment on for later; the answer is the payment. Refused if its order is malformed or its accounts are not there
 * for the caller; everything else is decided when it is due. A payment of this id that exists already is the answer,
 * and nothing happens.
 *
 * @param caller on whose behalf it will be decided
 * @param dueAt when it is executed; at once when that is over
 * @param laterTries when it is tried again should funds be lacking
 */
public record SchedulePayment(
        PaymentId paymentId, PaymentOrder order, Instant dueAt, List<Instant> laterTries, Caller caller) {}
