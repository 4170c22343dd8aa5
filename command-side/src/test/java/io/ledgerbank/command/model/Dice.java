package io.ledgerbank.command.model;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/** Chance, the same for the same seed. */
final class Dice {

    /** One of several things that may happen, more or less often. */
    record Chance<T>(int weight, Supplier<T> result) {}

    private final Random random;

    Dice(long seed) {
        random = new Random(seed);
    }

    boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    <T> T of(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    UUID uuid() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    <T> T weighed(List<Chance<T>> chances) {
        int left = random.nextInt(chances.stream().mapToInt(Chance::weight).sum());
        for (Chance<T> chance : chances) {
            left -= chance.weight();
            if (left < 0) {
                return chance.result().get();
            }
        }
        throw new IllegalStateException("The weights changed while they were added up");
    }
}
