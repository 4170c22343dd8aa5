package io.ledgerbank.command.approval;

import io.ledgerbank.api.approval.Proposal;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.error.Rejection;
import io.ledgerbank.api.user.Caller;
import java.util.Optional;

/** Carries out one kind of proposal, in the feature that it belongs to. */
public interface Executor<P extends Proposal> {

    /** What is to be said against this caller's deciding it; nothing to a role that could have asked for it. */
    Optional<Rejection> refusalOf(Caller caller);

    /**
     * Asks every policy anew, and only then lets the aggregates apply what happens.
     *
     * @param approver on whose behalf it happens now
     * @throws RejectedException before anything was applied, when the world has changed too much since it was asked for
     */
    void carryOut(P proposal, Caller approver) throws Exception;
}
