package io.ledgerbank.api.approval;

/** Where a request for approval is in its life. */
public enum ApprovalState {
    /** It waits for a second person. */
    PENDING,
    /** A second person agreed, and it was carried out. */
    APPROVED,
    /** A second person disagreed. */
    REJECTED,
    /** Nobody decided in time. */
    EXPIRED
}
