package io.ledgerbank.saga.work;

import io.ledgerbank.api.error.Reason;
import java.util.Optional;

/** Which dead letters are asked for. */
public record DeadLetterFilter(
        DeadLetter.State state,
        Optional<DeadLetter.Kind> kind,
        Optional<String> source,
        Optional<Reason> reason,
        Optional<String> subject) {}
