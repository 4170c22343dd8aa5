package io.ledgerbank.saga.reconciliation;

import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.error.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One comparison of our ledger with the banks.
 *
 * @param orderedBy who wanted it
 * @param banks how it went with each
 */
public record ReconciliationRun(
        UUID id, String orderedBy, Instant startedAt, Optional<Instant> endedAt, State state, List<Result> banks) {

    /** How far it is. */
    public enum State {
        RUNNING,
        DONE,
        /** At least one bank could not be read. */
        FAILED
    }

    /**
     * How it went with a bank.
     *
     * @param matched lines of both sides that were found to agree
     * @param breaks what did not agree and had not been known before
     */
    public record Result(BankCode bankCode, State state, Optional<Reason> reason, int matched, int breaks) {}
}
