package io.ledgerbank.api.bankconnection;

/** How a link to a bank is doing. */
public enum BankConnectionStatus {
    /** The bank has yet to ask its customer. */
    PENDING,
    ACTIVE,
    /** The bank could not be read the last time; that may pass. */
    ERROR,
    /** The bank gives no access any more. */
    EXPIRED,
    REMOVED;

    /** Whether the bank gives access, as far as is known. */
    public boolean isOpen() {
        return this == ACTIVE || this == ERROR;
    }
}
