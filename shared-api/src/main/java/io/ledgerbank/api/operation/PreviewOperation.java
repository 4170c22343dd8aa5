package io.ledgerbank.api.operation;

/** Ask what an operation would do; the answer is an {@link OperationPreview}, or what it would be refused for. Changes nothing. */
public record PreviewOperation(Operation operation) {}
