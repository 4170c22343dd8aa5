package io.ledgerbank.api.account;

import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.user.Caller;

/** Give an account another name. */
public record RenameAccount(AccountId accountId, String name, Caller caller) implements AccountChange {}
