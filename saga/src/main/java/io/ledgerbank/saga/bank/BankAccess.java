package io.ledgerbank.saga.bank;

import java.time.Instant;
import java.util.Optional;

/**
 * On whose behalf a bank is asked: the tokens that it gave us for a customer of both, or none where we ask for ourselves.
 *
 * @param expiresAt when the access token ends, if the bank said
 */
public record BankAccess(Optional<String> accessToken, Optional<String> refreshToken, Optional<Instant> expiresAt) {

    private static final BankAccess OURSELVES = new BankAccess(Optional.empty(), Optional.empty(), Optional.empty());

    public static BankAccess ourselves() {
        return OURSELVES;
    }

    /** Without the tokens. */
    @Override
    public String toString() {
        return accessToken.isEmpty() ? "BankAccess[ourselves]" : "BankAccess[a customer, until " + expiresAt + "]";
    }
}
