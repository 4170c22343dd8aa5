package io.ledgerbank.api.account;

import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.user.Caller;

/**
 * Let nothing leave an account any more but what is held already.
 *
 * @param reason why, in 1 to 255 printable characters
 */
public record FreezeAccount(AccountId accountId, String reason, Caller caller) implements AccountChange {}
