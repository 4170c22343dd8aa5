package io.ledgerbank.saga.payment;

import io.ledgerbank.api.payment.Outcome;

/** Outcomes as the log has them. */
interface OutcomeInWords {

    static String of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Executed executed ->
                "executed as " + executed.bankReference() + ", value date " + executed.valueDate();
            case Outcome.NotExecuted failed ->
                "not executed (" + failed.reason().code() + ")";
            case Outcome.Returned returned ->
                "returned as " + returned.bankReference() + " ("
                        + returned.reason().code() + ")";
            case Outcome.Unknown unknown ->
                "outcome unknown (" + unknown.reason().code() + ")";
        };
    }
}
