package io.ledgerbank.query.attestation;

import io.ledgerbank.query.audit.Total;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/**
 * What an attestation found. Its text is what is signed.
 *
 * @param format names these fields and their meaning
 * @param eventsReplayed all from the first to the last position
 * @param lastPosition of the log, as far as it was replayed
 * @param headHash the hash of the event at that position, and thus of all before it
 * @param checkpoint the position of the newest signed checkpoint, 0 without one
 * @param compared what was held against the log and up to which position, in the order of the names
 * @param differenceCount how many there are; of many the first are told
 * @param trialBalance the sums of all lines, as the log has them
 * @param intact whether nothing differs and every currency's books balance
 */
record Report(
        String format,
        UUID id,
        Instant startedAt,
        Instant finishedAt,
        long eventsReplayed,
        long lastPosition,
        String headHash,
        long checkpoint,
        List<Compared> compared,
        int differenceCount,
        List<Difference> differences,
        List<Books> trialBalance,
        boolean intact) {

    static final String FORMAT = "LedgerBank attestation 1";

    /** So many of a kind were compared as of a position. */
    record Compared(String kind, long position, long count) {}

    /** The books of one currency. */
    record Books(Currency currency, Total debits, Total credits, Total difference) {}
}
