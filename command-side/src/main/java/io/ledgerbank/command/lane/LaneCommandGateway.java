package io.ledgerbank.command.lane;

import io.ledgerbank.api.error.RejectedException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;

/**
 * Waits for the lane's answers. Axon's own gateway tells a caller that is interrupted while it waits that its command was
 * done, and answers null.
 */
final class LaneCommandGateway extends DefaultCommandGateway {

    private final Lane lane;

    LaneCommandGateway(Builder builder, Lane lane) {
        super(builder);
        this.lane = lane;
    }

    /**
     * @throws RejectedException as the command was refused; {@code service_unavailable} when the caller is interrupted,
     *     while the command may still happen
     * @throws IllegalStateException on the lane's own thread, which would wait for itself
     */
    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // As Axon declares it.
    public <R> R sendAndWait(Object command) {
        FutureCallback<Object, R> answer = sent(command);
        return await(answer::get);
    }

    /** As the other, but waits no longer than given. */
    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // As Axon declares it.
    public <R> R sendAndWait(Object command, long timeout, TimeUnit unit) {
        FutureCallback<Object, R> answer = sent(command);
        return await(() -> answer.get(timeout, unit));
    }

    private interface Waiting<R> {
        CommandResultMessage<? extends R> get() throws InterruptedException, ExecutionException, TimeoutException;
    }

    private static <R> R await(Waiting<R> waiting) {
        try {
            return payload(waiting.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown();
        } catch (TimeoutException e) {
            throw unknown();
        } catch (ExecutionException e) {
            throw new IllegalStateException("An answer is a result, even that of a failure", e);
        }
    }

    private <R> FutureCallback<Object, R> sent(Object command) {
        if (lane.isCurrentThread()) {
            throw new IllegalStateException("The lane would wait for itself");
        }
        FutureCallback<Object, R> answer = new FutureCallback<>();
        send(command, answer);
        return answer;
    }

    private static <R> R payload(CommandResultMessage<? extends R> result) {
        if (result.isExceptional()) {
            throw thrown(result.exceptionResult());
        }
        return result.getPayload();
    }

    private static RejectedException unknown() {
        return Lane.unavailable("It is not known yet whether this has happened");
    }

    private static RuntimeException thrown(Throwable failure) {
        return switch (failure) {
            case Error error -> throw error;
            case RuntimeException exception -> exception;
            default -> new CommandExecutionException("A command failed", failure);
        };
    }
}
