package io.ledgerbank.api.payment;

/** What a payment waits for. */
public enum Step {
    /** For the day on which it is to be made. */
    AWAIT_DAY,
    /** To be sent to the bank, for the first time or again. */
    SUBMIT,
    /** For the bank's answer to a request that may be on its way. */
    AWAIT_ANSWER,
    /** For the bank to be asked what became of it. */
    INQUIRE,
    /** For a person to find out what the bank did, or to say what becomes of what it certainly did not do. */
    PARKED,
    /** For a person to find out whether the bank is right, which contradicts how the payment ended. */
    DISPUTED,
    /** For nothing any more. */
    DONE
}
