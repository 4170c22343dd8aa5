package io.ledgerbank.app.health;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/** Finds an answer out once a second at most, for all who ask, and by one of them. Thread-safe. */
final class Lately {

    private static final Duration MEMORY = Duration.ofSeconds(1);
    private static final String ONLY = "answer";

    private final BooleanSupplier question;
    private final Cache<String, Boolean> answers;

    Lately(BooleanSupplier question, Ticker time) {
        this.question = question;
        this.answers =
                Caffeine.newBuilder().expireAfterWrite(MEMORY).ticker(time).build();
    }

    boolean isSo() {
        return Objects.requireNonNull(answers.get(ONLY, only -> question.getAsBoolean()));
    }
}
