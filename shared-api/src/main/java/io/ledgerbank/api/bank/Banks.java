package io.ledgerbank.api.bank;

import java.util.List;
import java.util.Optional;

/** The banks this service knows. Safe for use by many threads, answers from memory. */
@FunctionalInterface
public interface Banks {

    List<Bank> all();

    /** Those that the installation itself names, and not somebody while it runs. */
    default List<Bank> named() {
        return all();
    }

    default Optional<Bank> find(BankCode code) {
        return all().stream().filter(bank -> bank.code().equals(code)).findFirst();
    }

    default List<Branch> branchesOf(BankCode code) {
        return List.of();
    }

    /** Somebody has changed something: what is remembered is looked up anew. */
    default void refresh() {}
}
