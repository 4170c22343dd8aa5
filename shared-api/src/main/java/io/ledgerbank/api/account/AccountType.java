package io.ledgerbank.api.account;

/** What kind of account it is. */
public enum AccountType {
    CHECKING,
    SAVINGS,
    CREDIT,
    INVESTMENT
}
