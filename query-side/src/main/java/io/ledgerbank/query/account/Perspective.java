package io.ledgerbank.query.account;

import io.ledgerbank.query.web.DayOrTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * From where a balance is looked at.
 *
 * @param asOf the day up to which entries count; without it all that are known do, whenever they count
 * @param knownAt the time, to the microsecond, up to which entries, holds and overdrafts are known; without it now
 */
public record Perspective(Optional<DayOrTime> asOf, Optional<Instant> knownAt) {

    public Perspective {
        knownAt = knownAt.map(time -> time.truncatedTo(ChronoUnit.MICROS));
    }

    boolean isOfNow() {
        return asOf.isEmpty() && knownAt.isEmpty();
    }
}
