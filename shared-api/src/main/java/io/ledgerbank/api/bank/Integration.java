package io.ledgerbank.api.bank;

/** Whose protocol a bank speaks, and with it what can be done through it at all. */
public enum Integration {
    /** That of the simulated bank: it pays whomever we name. */
    SIMULATOR,
    /** The simulator's, with codes and dates of its own. */
    PAPER,
    /** Monzo's: it shows customers' accounts with their consent and moves no money to others. */
    MONZO;

    /** Whether payments to others can be made through it. */
    public boolean paysOthers() {
        return this != MONZO;
    }

    /** Whether customers can link accounts that they have there. */
    public boolean linksAccounts() {
        return this == MONZO;
    }
}
