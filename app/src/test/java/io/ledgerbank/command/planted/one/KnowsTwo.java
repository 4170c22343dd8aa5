package io.ledgerbank.command.planted.one;

import io.ledgerbank.command.planted.two.KnowsOne;
import java.util.Optional;

/** Planted: half of a cycle. */
public record KnowsTwo(Optional<KnowsOne> other) {

    public KnowsOne two() {
        return new KnowsOne(this);
    }
}
