package io.ledgerbank.command.claim;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import java.util.Optional;

/**
 * Makes keys unique across the whole bank, for commands that are being decided. A claim commits with the command's events
 * or vanishes with them. Of two nodes that claim the same key at the same time, the slower decides again and finds it taken.
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
