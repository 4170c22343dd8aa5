package io.ledgerbank.api.account;

import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.user.Caller;

/**
 * Close an account that is empty, for good.
 *
 * @param reason why, in 1 to 255 printable characters
 */
public record CloseAccount(AccountId accountId, String reason, Caller caller) implements AccountChange {}
