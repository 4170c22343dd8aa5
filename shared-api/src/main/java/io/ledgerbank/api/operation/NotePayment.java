package io.ledgerbank.api.operation;

import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.user.Caller;
import java.util.Optional;

/**
 * Write something down about a payment, also after its end.
 *
 * @param reason what there is to be said
 */
public record NotePayment(PaymentId paymentId, String reason, Optional<Long> ifAt, Caller caller)
        implements Operation {}
