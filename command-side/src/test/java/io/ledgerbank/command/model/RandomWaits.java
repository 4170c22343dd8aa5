package io.ledgerbank.command.model;

import io.ledgerbank.command.model.Dice.Chance;
import java.time.Duration;
import java.util.List;

/** How long nothing happens. */
final class RandomWaits {

    private final Dice dice;
    private final Books books;

    RandomWaits(Dice dice, Books books) {
        this.dice = dice;
        this.books = books;
    }

    /** From a moment to weeks, often to the very edge of a window or a day. */
    Duration any() {
        return dice.weighed(List.of(
                new Chance<>(6, () -> Duration.ofSeconds(dice.below(200))),
                new Chance<>(2, () -> ReferenceRules.DUPLICATE_WINDOW),
                new Chance<>(2, () -> ReferenceRules.DUPLICATE_WINDOW.minusNanos(1000)),
                new Chance<>(3, () -> Duration.ofHours(dice.below(12))),
                new Chance<>(
                        3,
                        () -> Duration.between(
                                books.now,
                                books.today()
                                        .plusDays(1)
                                        .atStartOfDay(books.zone)
                                        .toInstant())),
                new Chance<>(3, () -> Duration.ofDays(1 + dice.below(3))),
                new Chance<>(1, () -> Duration.ofDays(7)),
                new Chance<>(1, () -> Duration.ofDays(25))));
    }
}
