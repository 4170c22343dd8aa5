package io.ledgerbank.query.bank;

import io.ledgerbank.api.bank.Bank;
import io.ledgerbank.api.bank.BankCode;

/**
 * A bank as clients see one.
 *
 * @param country ISO 3166-1 alpha-2
 */
public record BankDetails(BankCode code, String name, String country) {

    static BankDetails of(Bank bank) {
        return new BankDetails(bank.code(), bank.name(), bank.country());
    }
}
