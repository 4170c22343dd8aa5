package io.ledgerbank.command.model;

import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.api.user.UserStatus;
import java.time.Duration;

/** One thing that happens to a bank. Names what it is about itself, so that any others can be left out before it. */
sealed interface Move {

    /**
     * A command of the production vocabulary.
     *
     * @param number by which a second person finds what it proposed
     */
    record Ask(int number, Object command) implements Move {}

    /** A second person agrees to what an earlier command proposed. */
    record Agree(int proposal, Caller caller) implements Move {}

    /** A second person does not. */
    record Disagree(int proposal, String reason, Caller caller) implements Move {}

    /** Somebody may not pay any more, or may again. */
    record Become(UserId user, UserStatus status) implements Move {}

    /** Time goes by. */
    record Wait(Duration duration) implements Move {}

    /** The service forgets what it has in memory and goes on with what it reads. */
    record Restart(From from) implements Move {}

    /** What it reads then. */
    enum From {
        /** Every event there is, by another process. */
        ZERO,
        /** The newest snapshots, and the events after them. */
        SNAPSHOTS,
        /** Every event, as the first version of the service would have written those that it knew. */
        FIRST_REVISIONS
    }
}
