package io.ledgerbank.command.lane;

import io.ledgerbank.api.error.ErrorCatalog;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.command.eventlog.AppendLock;
import io.ledgerbank.command.eventlog.LogBusy;
import io.ledgerbank.command.eventlog.PostgresErrors;
import java.util.List;
import java.util.function.Supplier;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sees to it that every command of a batch is answered, and only after what it decided is committed: again when a race was
 * lost, one by one when the batch fails as a whole. For the lane's thread only.
 */
final class Decisions {

    private static final Logger LOG = LoggerFactory.getLogger(Decisions.class);
    private static final int MOST_DECISIONS = ErrorCatalog.contention().maxAttempts();

    private final BatchAttempt attempt;
    private Supplier<List<QueuedCommand<?, ?>>> waiting = List::of;
    private final LaneCounts counts;

    Decisions(BatchAttempt attempt, LaneCounts counts) {
        this.attempt = attempt;
        this.counts = counts;
    }

    /** @param waiting takes those out of the queue who came meanwhile; used if the database cannot be reached */
    void decide(List<QueuedCommand<?, ?>> commands, Supplier<List<QueuedCommand<?, ?>>> waiting) {
        this.waiting = waiting;
        try {
            answer(commands, attempts(commands));
        } catch (RuntimeException | Error e) {
            commands.forEach(command -> command.failQuietly(e));
            LOG.error("The lane stumbled", e);
        }
    }

    private void answer(List<QueuedCommand<?, ?>> commands, BatchOutcome outcome) {
        switch (outcome) {
            case BatchOutcome.Committed committed -> {
                for (int i = 0; i < commands.size(); i++) {
                    commands.get(i).answer(committed.results().get(i));
                }
            }
            case BatchOutcome.Unreachable failed -> {
                List<QueuedCommand<?, ?>> behind = waiting.get(); // Before anybody who is answered can ask again.
                commands.forEach(command -> command.fail(answerTo(failed.cause())));
                behind.forEach(command -> command.fail(undecided(failed.cause())));
            }
            case BatchOutcome.Lost lost -> answerFailed(commands, lost.race());
            case BatchOutcome.Failed failed -> answerFailed(commands, failed.cause());
        }
    }

    private void answerFailed(List<QueuedCommand<?, ?>> commands, Throwable cause) {
        if (commands.size() > 1) {
            oneByOne(commands);
        } else {
            commands.getFirst().fail(answerTo(cause));
        }
    }

    /** Whose fault it was is not known, so each gets a transaction of its own. */
    private void oneByOne(List<QueuedCommand<?, ?>> commands) {
        for (int i = 0; i < commands.size(); i++) {
            QueuedCommand<?, ?> command = commands.get(i);
            if (command.isTooLateAt(System.nanoTime())) {
                counts.refusedWaiting.increment();
                command.fail(Lane.tooLate());
                continue;
            }
            BatchOutcome outcome = attempts(List.of(command));
            answer(List.of(command), outcome);
            if (outcome instanceof BatchOutcome.Unreachable failed) {
                commands.subList(i + 1, commands.size()).forEach(rest -> rest.fail(undecided(failed.cause())));
                return;
            }
        }
    }

    /** Decides on what is remembered, and, should that be too old, again while nobody else can append. */
    private BatchOutcome attempts(List<QueuedCommand<?, ?>> commands) {
        BatchOutcome outcome = attempt(commands, AppendLock.TOGETHER);
        for (int decisions = 1; decisions < MOST_DECISIONS && isWorthAnother(outcome, commands); decisions++) {
            outcome = attempt(commands, AppendLock.ALONE);
        }
        return outcome;
    }

    private BatchOutcome attempt(List<QueuedCommand<?, ?>> commands, AppendLock lock) {
        BatchOutcome outcome = attempt.at(commands, lock);
        switch (outcome) {
            case BatchOutcome.Committed committed -> {}
            case BatchOutcome.Lost lost -> counts.lostRaces.increment();
            case BatchOutcome.Failed failed -> counts.spoiledBatches.increment();
            case BatchOutcome.Unreachable unreachable -> counts.unreachable.increment();
        }
        return outcome;
    }

    private static boolean isWorthAnother(BatchOutcome outcome, List<QueuedCommand<?, ?>> commands) {
        return switch (outcome) {
            case BatchOutcome.Lost lost -> true;
            case BatchOutcome.Failed failed ->
                commands.size() == 1 && isContention(failed.cause()) && !PostgresErrors.isTimeout(failed.cause());
            case BatchOutcome.Committed committed -> false;
            case BatchOutcome.Unreachable unreachable -> false;
        };
    }

    private static boolean isContention(Throwable failure) {
        return failure instanceof ConcurrencyException || PostgresErrors.isContention(failure);
    }

    private static Throwable answerTo(Throwable cause) {
        if (PostgresErrors.isUnreachable(cause)) {
            LOG.warn("Could not decide: the database cannot be reached ({})", kind(cause));
            return unreachable();
        }
        if (isContention(cause)) {
            LOG.warn("Gave up on a command that kept losing races, the last of them a {}", kind(cause));
            return Lane.unavailable("Too much is happening at once; try again");
        }
        return cause;
    }

    /** For those whose turn has not come, because of what happened to others. */
    private static RejectedException undecided(Throwable cause) {
        if (PostgresErrors.isUnreachable(cause)) {
            return unreachable();
        }
        return cause instanceof LogBusy
                ? Lane.unavailable("Others do not let go of the log; try again")
                : Lane.unavailable("It is not known yet what has become of an earlier batch; try again");
    }

    private static RejectedException unreachable() {
        return Lane.unavailable("The database cannot be reached; try again");
    }

    /** Not its message, in which a database may quote what people wrote. */
    private static String kind(Throwable failure) {
        return failure.getClass().getSimpleName();
    }
}
