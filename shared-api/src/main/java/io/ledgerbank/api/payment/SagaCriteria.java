package io.ledgerbank.api.payment;

import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which sagas somebody means.
 *
 * @param state as the list of sagas calls it
 * @param olderThan only those that started at least so long ago
 */
public record SagaCriteria(
        Optional<String> state,
        Optional<Step> step,
        Optional<Reason> reason,
        Optional<BankCode> bankCode,
        Optional<Duration> olderThan) {

    private static final Duration LONGEST = Duration.ofDays(36_500);

    /** @throws RejectedException {@code invalid_parameter} when nothing can be so old */
    public SagaCriteria {
        if (olderThan
                .filter(age -> age.isNegative() || age.compareTo(LONGEST) > 0)
                .isPresent()) {
            throw new RejectedException(
                    Reason.INVALID_PARAMETER, "olderThan is like PT5M (ISO 8601), not negative and at most P36500D");
        }
    }

    /** Whether all sagas are meant that there ever were. */
    public boolean meansAll() {
        return Stream.of(state, step, reason, bankCode, olderThan).allMatch(Optional::isEmpty);
    }
}
