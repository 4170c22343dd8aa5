package io.ledgerbank.command.eventlog;

import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;

/**
 * Sends commands through the lane. One that is sent while another is being decided becomes part of it; one that is sent
 * while an event is handled does not, and may be sent again with the event.
 */
final class LaneCommandBus extends SimpleCommandBus {

    private final Lane lane;
    private final Deciding deciding;

    LaneCommandBus(Builder builder, Lane lane, Deciding deciding) {
        super(builder);
        this.lane = lane;
        this.deciding = deciding;
    }

    @Override
    protected <C, R> void handle(
            CommandMessage<C> command,
            MessageHandler<? super CommandMessage<?>> handler,
            CommandCallback<? super C, ? super R> callback) {
        QueuedCommand<C, R> queued = new QueuedCommand<>(command, handler, callback);
        if (LogTurn.current().isPresent()) {
            queued.answer(deciding.decide(queued));
        } else {
            lane.enqueue(queued);
        }
    }

    @Override
    public Registration registerHandlerInterceptor(MessageHandlerInterceptor<? super CommandMessage<?>> interceptor) {
        return deciding.register(interceptor);
    }
}
