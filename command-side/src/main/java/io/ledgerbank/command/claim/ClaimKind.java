package io.ledgerbank.command.claim;

import java.util.Locale;

/** What can be claimed: within one kind, every key has one holder at most. */
public enum ClaimKind {
    IBAN,
    /** Keyed by debtor account and end-to-end id. */
    END_TO_END_ID,
    /** Keyed by what somebody asks a second person for, and how often before. */
    APPROVAL,
    /** Keyed by caller and idempotency key. */
    IDEMPOTENCY;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
