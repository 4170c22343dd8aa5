package io.ledgerbank.command.eventlog;

import io.ledgerbank.api.error.ErrorCatalog;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.lock.LockAcquisitionFailedException;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides a command again, on the newest state, when another node was faster to append; refuses it with
 * {@code service_unavailable} when that happens too often, or when the database cannot be reached. A command inside another unit of work is decided once: its
 * transaction is not this bus's to repeat.
 */
final class RedecidingCommandBus extends SimpleCommandBus {

    private static final Logger LOG = LoggerFactory.getLogger(RedecidingCommandBus.class);

    RedecidingCommandBus(Builder builder) {
        super(builder);
    }

    @Override
    protected <C, R> void handle(
            CommandMessage<C> command,
            MessageHandler<? super CommandMessage<?>> handler,
            CommandCallback<? super C, ? super R> callback) {
        if (CurrentUnitOfWork.isStarted()) {
            super.handle(command, handler, callback);
            return;
        }
        callback.onResult(command, decide(command, handler));
    }

    private <C, R> CommandResultMessage<? extends R> decide(
            CommandMessage<C> command, MessageHandler<? super CommandMessage<?>> handler) {
        for (int decisions = 1; ; decisions++) {
            CommandResultMessage<? extends R> result = decideOnce(command, handler);
            if (!result.isExceptional()) {
                return result;
            }
            if (PostgresErrors.isUnreachable(result.exceptionResult())) {
                LOG.warn(
                        "Could not decide {}: the database cannot be reached ({})",
                        command.getCommandName(),
                        result.exceptionResult().getClass().getSimpleName());
                return unavailable("The database cannot be reached; try again");
            }
            if (!lostRace(result.exceptionResult())) {
                return result;
            }
            Optional<Duration> wait = ErrorCatalog.contention().delayAfter(decisions);
            if (wait.isEmpty()) {
                return gaveUp(command, decisions, result.exceptionResult());
            }
            pause(wait.get());
        }
    }

    private <C, R> CommandResultMessage<? extends R> decideOnce(
            CommandMessage<C> command, MessageHandler<? super CommandMessage<?>> handler) {
        AtomicReference<@Nullable CommandResultMessage<? extends R>> decided = new AtomicReference<>();
        try {
            super.<C, R>handle(command, handler, (message, result) -> decided.set(result));
        } catch (RuntimeException noTransaction) {
            return GenericCommandResultMessage.asCommandResultMessage(noTransaction);
        }
        return Objects.requireNonNull(decided.get(), "a simple command bus answers before it returns");
    }

    private static boolean lostRace(Throwable failure) {
        return failure instanceof ConcurrencyException
                || failure instanceof AggregateStreamCreationException
                || failure instanceof LockAcquisitionFailedException
                || PostgresErrors.isContention(failure);
    }

    private static <R> CommandResultMessage<? extends R> gaveUp(
            CommandMessage<?> command, int decisions, Throwable failure) {
        LOG.warn(
                "Gave up on {} after {} lost races, the last of them a {}",
                command.getCommandName(),
                decisions,
                failure.getClass().getSimpleName());
        return unavailable("Too much is happening at once; try again");
    }

    private static <R> CommandResultMessage<? extends R> unavailable(String detail) {
        return GenericCommandResultMessage.asCommandResultMessage(
                new RejectedException(Reason.SERVICE_UNAVAILABLE, detail));
    }

    /** Jitter keeps two nodes from colliding in step for ever. */
    private static void pause(Duration wait) {
        try {
            Thread.sleep(wait.toMillis() + ThreadLocalRandom.current().nextLong(wait.toMillis() + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RejectedException(Reason.SERVICE_UNAVAILABLE, "The service is shutting down");
        }
    }
}
