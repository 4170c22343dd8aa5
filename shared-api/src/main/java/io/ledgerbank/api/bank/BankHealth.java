package io.ledgerbank.api.bank;

/** How the banks are doing as this node sees them; another node may see it otherwise. Thread-safe, answers from memory. */
@FunctionalInterface
public interface BankHealth {

    /** A bank that was never called is as healthy as can be. */
    BankCondition conditionOf(BankCode bank);
}
