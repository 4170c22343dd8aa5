package io.ledgerbank.command.lane;

import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.ResultMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A command that waits for its decision, and whoever waits for the answer.
 *
 * @param deadline as {@link System#nanoTime()} tells it, behind which the command is not decided any more
 */
record QueuedCommand<C, R>(
        CommandMessage<C> command,
        MessageHandler<? super CommandMessage<?>> handler,
        CommandCallback<? super C, ? super R> callback,
        long deadline) {

    private static final Logger LOG = LoggerFactory.getLogger(QueuedCommand.class);

    boolean isTooLateAt(long nanoTime) {
        return nanoTime - deadline > 0;
    }

    /** Never fails: what one caller does with its answer is no other command's business. */
    @SuppressWarnings("unchecked") // Whoever sent the command knows what its handler answers.
    void answer(ResultMessage<?> result) {
        try {
            callback.onResult(command, (CommandResultMessage<? extends R>)
                    GenericCommandResultMessage.asCommandResultMessage(result));
        } catch (RuntimeException | Error e) {
            LOG.warn("The sender of a {} stumbled over its answer", command.getCommandName(), e);
        }
    }

    void fail(Throwable failure) {
        answer(GenericCommandResultMessage.asCommandResultMessage(failure));
    }

    /** Also when not even the failure of an answer can be logged. */
    void failQuietly(Throwable failure) {
        try {
            fail(failure);
        } catch (RuntimeException | Error unlogged) {
            failure.addSuppressed(unlogged);
        }
    }
}
