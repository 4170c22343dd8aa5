package io.ledgerbank.command.account;

import io.ledgerbank.api.approval.Proposal;
import io.ledgerbank.api.error.Rejection;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.command.approval.Executor;
import java.util.Optional;

/** Raises limits that two administrators agree to raise. */
record RaisingLimitsByTwo(ChangingAccounts accounts) implements Executor<Proposal.RaisingLimits> {

    @Override
    public Optional<Rejection> refusalOf(Caller caller) {
        return Access.asAdmin(caller);
    }

    @Override
    public void carryOut(Proposal.RaisingLimits proposal, Caller approver) {
        accounts.raiseLimits(proposal, approver);
    }
}
