package io.ledgerbank.command.idempotency;

/**
 * A command that its sender may repeat.
 *
 * @param streamId of the stream whose state is the answer, unless a second person has to agree first
 * @param whenReplayed told before a first answer is given again, be it a refusal
 */
public record Repeatable<R>(
        RepeatableRequest request, Object command, Object streamId, Rendering<R> rendering, Runnable whenReplayed) {}
