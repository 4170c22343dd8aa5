package io.ledgerbank.command.eventlog;

import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.ResultMessage;

/** A command that waits for its decision, and whoever waits for the answer. */
record QueuedCommand<C, R>(
        CommandMessage<C> command,
        MessageHandler<? super CommandMessage<?>> handler,
        CommandCallback<? super C, ? super R> callback) {

    @SuppressWarnings("unchecked") // Whoever sent the command knows what its handler answers.
    void answer(ResultMessage<?> result) {
        callback.onResult(command, (CommandResultMessage<? extends R>)
                GenericCommandResultMessage.asCommandResultMessage(result));
    }

    void fail(Throwable failure) {
        answer(GenericCommandResultMessage.asCommandResultMessage(failure));
    }
}
