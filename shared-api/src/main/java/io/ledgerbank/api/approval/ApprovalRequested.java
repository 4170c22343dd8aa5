package io.ledgerbank.api.approval;

import io.ledgerbank.api.id.ApprovalId;
import io.ledgerbank.api.id.UserId;
import java.time.Instant;

/**
 * Somebody asked for what takes a second person; nothing of it has happened.
 *
 * @param reason as the one who asks gave it
 * @param expiresAt from when on nobody may decide it any more
 */
public record ApprovalRequested(
        ApprovalId approvalId,
        Proposal proposal,
        String reason,
        UserId requestedBy,
        Instant requestedAt,
        Instant expiresAt)
        implements ApprovalEvent {}
