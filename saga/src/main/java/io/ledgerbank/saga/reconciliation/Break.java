package io.ledgerbank.saga.reconciliation;

import io.ledgerbank.api.bank.BankCode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that a bank and our ledger do not agree about.
 *
 * @param subject the payment's id, or the bank's own name of a line that names none
 * @param ours what we came to owe the bank for it
 * @param theirs what the bank says; it would be the same with the other sign
 * @param amount the difference
 * @param since the time of its oldest line
 * @param ageSeconds how long it has been there
 * @param suggestedMatch another open break that this one would make whole
 */
public record Break(
        UUID id,
        BankCode bankCode,
        String subject,
        BreakAmount ours,
        BreakAmount theirs,
        BreakAmount amount,
        Instant since,
        long ageSeconds,
        State state,
        Optional<UUID> suggestedMatch,
        Optional<Resolution> resolution) {

    /** What has become of it. */
    public enum State {
        OPEN,
        /** The missing lines came. */
        MATCHED,
        /** Somebody has explained it. */
        RESOLVED
    }

    /** How somebody explained it. */
    public record Resolution(String by, String reason, Instant at) {}
}
