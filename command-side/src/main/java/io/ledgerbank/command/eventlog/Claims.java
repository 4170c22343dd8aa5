package io.ledgerbank.command.eventlog;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import java.util.Optional;

/**
 * Makes keys unique across the whole bank. A claim belongs to the transaction of the command being decided: it commits
 * with the events or vanishes with them. Of two commands that claim the same key at the same time, on whichever nodes, the
 * second waits for the first. Safe for use by many threads.
 */
public interface Claims {

    /** @param holder what the key shall belong to: an account's, a user's or a payment's id */
    ClaimResult claim(ClaimKind kind, String key, Object holder);

    /** Whose the key is, by what has been committed or belongs to this transaction. */
    Optional<String> holderOf(ClaimKind kind, String key);

    /** @throws RejectedException for the given reason when the key is taken */
    default void claimOrReject(ClaimKind kind, String key, Object holder, Reason whenTaken) {
        if (claim(kind, key, holder) == ClaimResult.TAKEN) {
            throw new RejectedException(whenTaken, whenTaken.description());
        }
    }
}
