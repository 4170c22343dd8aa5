package io.ledgerbank.saga.bank;

import io.ledgerbank.api.payment.Outcome;

/** What an inquiry brought. */
public sealed interface InquiryAnswer {

    /** The outcome as the bank tells it, or that it could not be learnt. */
    record Told(Outcome outcome) implements InquiryAnswer {}

    /**
     * The bank itself says that it had got no such instruction when it was asked. That is no outcome yet: the request may
     * have been on its way, and what it means is for whoever knows how long it can be.
     */
    record NeverGotIt() implements InquiryAnswer {}
}
