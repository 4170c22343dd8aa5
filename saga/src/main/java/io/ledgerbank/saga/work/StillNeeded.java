package io.ledgerbank.saga.work;

import io.ledgerbank.api.error.Rejection;
import java.util.Optional;

/** Says whether something that is not over would wait for ever if nobody did this work. Thread-safe. */
@FunctionalInterface
public interface StillNeeded {

    /** Why the letter may not be dismissed; empty when nothing waits for it. */
    Optional<Rejection> refusalOf(DeadLetter letter);
}
