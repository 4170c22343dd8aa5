package io.ledgerbank.api.account;

import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.user.Caller;

/** Something that is to change about an account that exists, besides its money. */
public sealed interface AccountChange
        permits RenameAccount, FreezeAccount, UnfreezeAccount, CloseAccount, ChangeLimits {

    AccountId accountId();

    Caller caller();
}
