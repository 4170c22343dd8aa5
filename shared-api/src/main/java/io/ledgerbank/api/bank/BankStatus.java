package io.ledgerbank.api.bank;

/** Whether anything new is begun with a bank. What is on its way is brought to its end in any case. */
public enum BankStatus {
    ACTIVE,
    INACTIVE
}
