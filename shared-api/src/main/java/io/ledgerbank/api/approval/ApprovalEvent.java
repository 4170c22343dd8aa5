package io.ledgerbank.api.approval;

import io.ledgerbank.api.id.ApprovalId;

/** What happened to a request for approval. */
public sealed interface ApprovalEvent permits ApprovalRequested, ApprovalGranted, ApprovalRejected {

    ApprovalId approvalId();
}
