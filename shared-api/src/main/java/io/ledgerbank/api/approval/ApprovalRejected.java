package io.ledgerbank.api.approval;

import io.ledgerbank.api.id.ApprovalId;
import io.ledgerbank.api.id.UserId;
import java.time.Instant;

/** A second person disagreed; what was proposed will not be carried out. */
public record ApprovalRejected(ApprovalId approvalId, UserId rejectedBy, String reason, Instant rejectedAt)
        implements ApprovalEvent {}
