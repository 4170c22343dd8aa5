package io.ledgerbank.command.account;

import io.ledgerbank.api.approval.Proposal;
import io.ledgerbank.api.error.Rejection;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.command.approval.Executor;
import java.util.Optional;

/** Lifts a freeze that two of the staff agree to lift. */
record UnfreezingByTwo(ChangingAccounts accounts) implements Executor<Proposal.Unfreezing> {

    @Override
    public Optional<Rejection> refusalOf(Caller caller) {
        return Access.asStaff(caller);
    }

    @Override
    public void carryOut(Proposal.Unfreezing proposal, Caller approver) {
        accounts.unfreeze(proposal, approver);
    }
}
