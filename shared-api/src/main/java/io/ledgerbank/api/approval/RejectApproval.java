package io.ledgerbank.api.approval;

import io.ledgerbank.api.id.ApprovalId;
import io.ledgerbank.api.user.Caller;

/** Disagree with what somebody else has proposed, so that it is never carried out. */
public record RejectApproval(ApprovalId approvalId, String reason, Caller caller) {}
