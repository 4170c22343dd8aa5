package io.ledgerbank.api.approval;

import io.ledgerbank.api.id.ApprovalId;
import io.ledgerbank.api.id.UserId;
import java.time.Instant;

/** A second person agreed, and what was proposed was carried out in the same append. */
public record ApprovalGranted(ApprovalId approvalId, UserId grantedBy, Instant grantedAt) implements ApprovalEvent {}
