package io.ledgerbank.command.lane;

import io.ledgerbank.command.eventlog.LogTurn;
import java.time.Duration;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Sends commands through the lane. One that is sent while an event is handled is no part of the handling and may be sent
 * again with the event; one that is sent while another is being decided is refused, since it could not be taken back with
 * it.
 */
public final class LaneCommandBus extends SimpleCommandBus {

    private final Lane lane;
    private final Deciding deciding;
    private final Duration longestWait;

    /** @param longestWait of a command for its turn */
    LaneCommandBus(Builder builder, Lane lane, Deciding deciding, Duration longestWait) {
        super(builder);
        this.lane = lane;
        this.deciding = deciding;
        this.longestWait = longestWait;
    }

    /** @throws IllegalStateException when another command is being decided on this thread */
    @Override
    protected <C, R> void handle(
            CommandMessage<C> command,
            MessageHandler<? super CommandMessage<?>> handler,
            CommandCallback<? super C, ? super R> callback) {
        if (LogTurn.current().isPresent() && isBeingDecided()) {
            throw new IllegalStateException(
                    command.getCommandName() + " was sent while another command is being decided");
        }
        lane.enqueue(new QueuedCommand<>(command, handler, callback, System.nanoTime() + longestWait.toNanos()));
    }

    private static boolean isBeingDecided() {
        return CurrentUnitOfWork.get().root().phase().isBefore(UnitOfWork.Phase.AFTER_COMMIT);
    }

    @Override
    public Registration registerHandlerInterceptor(MessageHandlerInterceptor<? super CommandMessage<?>> interceptor) {
        return deciding.register(interceptor);
    }
}
