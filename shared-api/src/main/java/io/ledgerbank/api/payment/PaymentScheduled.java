package io.ledgerbank.api.payment;

import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Caller;
import java.time.Instant;
import java.util.List;

/**
 * A payment was taken on for later; nothing is held for it, and whether it can be made is decided when it is due.
 *
 * @param ownerId whose payment it is: the debtor account's owner, or for a deposit the creditor account's
 * @param orderedBy on whose behalf it will be decided
 * @param dueAt when it is to be executed
 * @param laterTries when it is tried again, in order, should funds be lacking
 */
public record PaymentScheduled(
        PaymentId paymentId,
        UserId ownerId,
        PaymentOrder order,
        Caller orderedBy,
        Instant dueAt,
        List<Instant> laterTries,
        Instant scheduledAt)
        implements PaymentEvent {

    public PaymentScheduled {
        laterTries = List.copyOf(laterTries);
    }
}
