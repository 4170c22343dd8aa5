package io.ledgerbank.api.operation;

import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.user.Caller;
import java.util.Optional;

/**
 * Something that an administrator does about a payment to another bank. Refused with {@code payment_not_found} when there is
 * no such payment or no other bank has a part in it, and with {@code payment_moved_on} when it is not where it was seen.
 */
public sealed interface Operation
        permits RetryPayment, ResolvePayment, CompensatePayment, PausePayment, ResumePayment, NotePayment {

    PaymentId paymentId();

    /** Why, as the log remembers it: 1 to 255 printable characters. */
    String reason();

    /** The place of the payment's last event in its stream, as whoever asks has seen it. */
    Optional<Long> ifAt();

    Caller caller();
}
