package io.ledgerbank.command.idempotency;

import io.ledgerbank.api.error.Rejection;

/** What a request was answered. */
sealed interface Answer {

    /** Of the stream whose state is the answer, or would have been. */
    String streamId();

    /** The state of one stream as the request left it. */
    record Done(String streamId, long sequence) implements Answer {}

    record Refused(String streamId, Rejection rejection) implements Answer {}
}
