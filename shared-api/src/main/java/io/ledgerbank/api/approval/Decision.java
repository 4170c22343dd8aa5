package io.ledgerbank.api.approval;

/**
 * What came of a command that may take a second person.
 *
 * @param <R> what it answers once it is done
 */
public sealed interface Decision<R> {

    /** It was done at once. */
    record Done<R>(R result) implements Decision<R> {}

    /** Nothing of it was done; a second person has to agree first. */
    record Proposed<R>(ApprovalDetails approval) implements Decision<R> {}
}
