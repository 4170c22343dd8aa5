package io.ledgerbank.app.dashboard.approvals;

import io.ledgerbank.api.approval.ApprovalDetails;
import io.ledgerbank.api.approval.Proposal;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request for approval in words.
 *
 * @param page where the dashboard shows what it would change; empty when it does not
 * @param proposal all of it, as JSON
 */
record Request(ApprovalDetails approval, String title, String page, String proposal) {

    static Request of(ApprovalDetails approval, JsonMapper json) {
        return new Request(
                approval,
                title(approval.proposal()),
                page(approval.proposal()),
                json.writerWithDefaultPrettyPrinter().writeValueAsString(approval.proposal()));
    }

    private static String title(Proposal proposal) {
        return switch (proposal) {
            case Proposal.Unfreezing unfreezing -> "Let a frozen account pay again";
            case Proposal.RaisingLimits raising -> "Raise the limits of an account";
            case Proposal.Reversal reversal -> "Take back " + reversal.amount();
            case Proposal.Resolution resolution ->
                switch (resolution.outcome()) {
                    case EXECUTED -> "Resolve a payment: the bank paid";
                    case NOT_EXECUTED -> "Resolve a payment: the bank did not pay";
                };
        };
    }

    private static String page(Proposal proposal) {
        return proposal instanceof Proposal.Resolution resolution ? "/dashboard/sagas/" + resolution.paymentId() : "";
    }
}
