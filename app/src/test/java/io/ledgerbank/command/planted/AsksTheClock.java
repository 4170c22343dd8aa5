package io.ledgerbank.command.planted;

import java.time.Instant;

/** Planted: a decision that no test can repeat. */
public class AsksTheClock {

    Instant decidedAt() {
        return Instant.now();
    }
}
