package io.ledgerbank.api.account;

import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.user.Caller;

/**
 * Let a frozen account pay again.
 *
 * @param reason why, in 1 to 255 printable characters
 */
public record UnfreezeAccount(AccountId accountId, String reason, Caller caller) implements AccountChange {}
