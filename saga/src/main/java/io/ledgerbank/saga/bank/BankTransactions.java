package io.ledgerbank.saga.bank;

import java.util.List;
import java.util.Optional;

/**
 * A part of an account's lines, oldest first.
 *
 * @param next where the next part begins, for whoever asks again; empty when there is nothing more for now
 */
public record BankTransactions(List<BankTransaction> items, Optional<String> next) {

    public BankTransactions {
        items = List.copyOf(items);
    }
}
