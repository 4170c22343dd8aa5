package io.ledgerbank.command.idempotency;

/** Makes an answer again, the same as it was first given, from the events of its stream up to a sequence. */
@FunctionalInterface
public interface Rendering<R> {

    R at(String streamId, long sequence);
}
