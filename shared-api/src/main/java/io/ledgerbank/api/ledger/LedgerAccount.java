package io.ledgerbank.api.ledger;

import io.ledgerbank.api.id.AccountId;

/** Where an entry is booked: a customer's account or one of the bank's own. */
public sealed interface LedgerAccount permits LedgerAccount.Customer, InternalAccount {

    /** The name under which the ledger keeps the account. */
    String code();

    /** A customer's account. */
    record Customer(AccountId accountId) implements LedgerAccount {

        @Override
        public String code() {
            return accountId.toString();
        }
    }
}
