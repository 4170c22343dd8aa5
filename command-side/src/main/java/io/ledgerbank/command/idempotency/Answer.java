package io.ledgerbank.command.idempotency;

import io.ledgerbank.api.error.Rejection;

/** What a request was answered. */
sealed interface Answer {

    /** The state of one stream as the request left it. */
    record Done(String streamId, long sequence) implements Answer {}

    record Refused(Rejection rejection) implements Answer {}
}
