package io.ledgerbank.command.user;

import java.util.List;
import javax.crypto.SecretKey;

/** Keys that sign no more access tokens, but have signed some that are still good. */
public record FormerJwtKeys(List<SecretKey> keys) {

    public FormerJwtKeys {
        keys = List.copyOf(keys);
    }

    @Override
    public String toString() {
        return "FormerJwtKeys[" + keys.size() + "]";
    }
}
