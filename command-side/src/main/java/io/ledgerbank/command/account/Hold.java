package io.ledgerbank.command.account;

import io.ledgerbank.api.account.Purpose;
import io.ledgerbank.api.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Money set aside for one payment, and what to take back when it comes to nothing.
 *
 * @param order the fingerprint and the day and time of what was ordered, absent for holds that never counted
 */
record Hold(Money amount, Optional<Counted> order) {

    /** What a hold counts for. */
    record Counted(long fingerprint, Instant time, LocalDate day) {}

    static Hold of(Money amount, Optional<Purpose> purpose) {
        return new Hold(amount, purpose.map(known -> counted(amount, known)));
    }

    private static Counted counted(Money amount, Purpose purpose) {
        long fingerprint = OrderFingerprint.of(purpose.counterparty().iban(), amount, purpose.remittanceInformation());
        return new Counted(fingerprint, purpose.heldAt(), purpose.bookingDate());
    }
}
