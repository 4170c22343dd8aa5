package io.ledgerbank.api.bank;

import java.util.List;
import java.util.Optional;

/** The banks this service knows. Safe for use by many threads, answers from memory. */
public interface Banks {

    List<Bank> all();

    default Optional<Bank> find(BankCode code) {
        return all().stream().filter(bank -> bank.code().equals(code)).findFirst();
    }
}
