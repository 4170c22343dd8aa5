package io.ledgerbank.saga.bank;

import io.ledgerbank.api.error.Reason;
import java.time.Duration;
import java.util.Optional;

/** What came of a question that changes nothing at the bank. */
public sealed interface BankAnswer<T> {

    record Told<T>(T content) implements BankAnswer<T> {}

    /** The bank has nothing of the kind to offer. */
    record NotOffered<T>() implements BankAnswer<T> {}

    /**
     * There was no answer, or none that can be relied on.
     *
     * @param retryAfter the wait that was asked for
     */
    record Failed<T>(Reason reason, Optional<Duration> retryAfter) implements BankAnswer<T> {}
}
