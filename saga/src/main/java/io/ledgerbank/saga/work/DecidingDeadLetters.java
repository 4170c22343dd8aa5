package io.ledgerbank.saga.work;

import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.user.Caller;
import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What administrators may decide about dead letters; each decision stays on record. Thread-safe. */
public final class DecidingDeadLetters {

    private static final Logger LOG = LoggerFactory.getLogger(DecidingDeadLetters.class);

    private final DeadLetters letters;
    private final WorkQueues queues;
    private final EventLetters events;
    private final StillNeeded needed;
    private final Clock clock;

    DecidingDeadLetters(DeadLetters letters, WorkQueues queues, EventLetters events, StillNeeded needed, Clock clock) {
        this.letters = letters;
        this.queues = queues;
        this.events = events;
        this.needed = needed;
        this.clock = clock;
    }

    /**
     * Puts a work item back into its queue; has the parked events of a stream handled in their order, as far as that goes.
     *
     * @return the letter as it is then, still parked when it failed again
     * @throws RejectedException {@code insufficient_permissions}, {@code dead_letter_not_found}, {@code already_processed}
     */
    public DeadLetter retry(UUID id, Caller caller) {
        caller.requireAdmin();
        DeadLetter letter = letters.find(id);
        LOG.info("{} retries dead letter {}: {} of {}", caller, id, letter.sequence(), letter.subject());
        switch (letter.kind()) {
            case WORK -> queues.named(letter.source()).deadItems().putBack(id, caller.toString(), clock.instant());
            case EVENT -> events.retry(letter, caller.toString());
        }
        return letters.find(id);
    }

    /**
     * @throws RejectedException {@code insufficient_permissions}, {@code dead_letter_not_found}, {@code already_processed},
     *     {@code still_needed}
     */
    public DeadLetter dismiss(UUID id, String reason, Caller caller) {
        caller.requireAdmin();
        DeadLetter letter = letters.find(id);
        needed.refusalOf(letter).ifPresent(rejection -> {
            throw new RejectedException(rejection);
        });
        LOG.warn("{} dismisses dead letter {}: {} of {}", caller, id, letter.sequence(), letter.subject());
        Runnable dismissal = () -> letters.dismiss(id, caller.toString(), reason, clock.instant());
        switch (letter.kind()) {
            case WORK -> dismissal.run();
            case EVENT -> events.dismiss(letter, dismissal);
        }
        return letters.find(id);
    }
}
