package io.ledgerbank.api.approval;

import io.ledgerbank.api.id.ApprovalId;
import io.ledgerbank.api.user.Caller;

/** Agree to what somebody else has proposed, and carry it out: decided and done in one append, or refused as it would be now. */
public record GrantApproval(ApprovalId approvalId, Caller caller) {}
