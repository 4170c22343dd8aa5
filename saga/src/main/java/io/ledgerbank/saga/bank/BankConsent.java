package io.ledgerbank.saga.bank;

import io.ledgerbank.api.error.Reason;
import java.net.URI;
import java.util.Optional;

/**
 * Where customers of one bank agree that we see what they have there (OAuth 2.0, authorisation code with PKCE). Safe for use
 * by many threads.
 */
public interface BankConsent {

    /** Where the customer's browser goes. */
    URI askedAt(String state, String challenge);

    /** The tokens for the code that the customer's browser was sent back with; a code serves once. */
    BankAnswer<BankAccess> redeem(String code, String verifier);

    /** Makes the bank withdraw our access; tells why it could not be done, if it could not. */
    Optional<Reason> revoke(BankAccess access);
}
