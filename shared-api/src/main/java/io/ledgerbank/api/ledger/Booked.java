package io.ledgerbank.api.ledger;

import io.ledgerbank.api.id.PaymentId;
import java.time.LocalDate;
import java.util.List;

/** Something that was booked for a payment. */
public interface Booked {

    PaymentId paymentId();

    /** The day on which it was recorded, in the bank's zone. */
    LocalDate bookingDate();

    /** The day on which it counts. */
    LocalDate valueDate();

    /** They sum to zero in each currency. */
    List<Entry> entries();
}
