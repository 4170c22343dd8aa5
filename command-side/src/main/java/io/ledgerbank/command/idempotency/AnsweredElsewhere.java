package io.ledgerbank.command.idempotency;

/** Another node has answered the same request meanwhile: whatever was decided here must not be kept. */
final class AnsweredElsewhere extends RuntimeException {

    AnsweredElsewhere() {
        super("The request was answered elsewhere", null, false, false);
    }
}
