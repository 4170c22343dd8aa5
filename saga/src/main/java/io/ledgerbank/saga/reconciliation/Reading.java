package io.ledgerbank.saga.reconciliation;

import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.ledger.SettlementBook;
import io.ledgerbank.saga.bank.BankAccess;
import io.ledgerbank.saga.bank.BankAccount;
import io.ledgerbank.saga.bank.BankAnswer;
import io.ledgerbank.saga.bank.BankGateway;
import io.ledgerbank.saga.bank.BankTransaction;
import io.ledgerbank.saga.bank.BankTransactions;
import io.ledgerbank.saga.bank.LineState;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.support.TransactionOperations;

/** Reads what both sides have written since the last time. Thread-safe. */
final class Reading {

    /** What banks call the accounts that they keep for us, with the currency behind it. */
    private static final String OUR_ACCOUNTS = "settlement-";

    private static final int PORTION = 1_000;

    private final SettlementBook book;
    private final Lines lines;
    private final TransactionOperations transactions;

    Reading(SettlementBook book, Lines lines, TransactionOperations transactions) {
        this.book = book;
        this.lines = lines;
        this.transactions = transactions;
    }

    /** The bank could not be read. */
    static final class Unread extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final Reason reason;

        Unread(Reason reason) {
            super(reason.code(), null, false, false);
            this.reason = reason;
        }

        Reason reason() {
            return reason;
        }
    }

    void readOurs() {
        List<SettlementBook.Line> part = book.after(lines.readUpTo(), PORTION);
        while (!part.isEmpty()) {
            lines.putOurs(part);
            part = book.after(part.getLast().position(), PORTION);
        }
    }

    /** @throws Unread unless all of the bank's statements were read to the end; what was read until then is kept */
    void readTheirs(BankCode code, BankGateway bank) {
        told(bank.accounts(BankAccess.ourselves())).stream()
                .filter(account ->
                        account.id().equals(OUR_ACCOUNTS + account.currency().getCurrencyCode()))
                .forEach(account -> readStatement(code, bank, account));
    }

    private void readStatement(BankCode code, BankGateway bank, BankAccount account) {
        Optional<String> mark = lines.mark(code, account.id());
        while (true) {
            BankTransactions part = told(bank.transactions(BankAccess.ourselves(), account.id(), mark));
            List<BankTransaction> booked = part.items().stream()
                    .takeWhile(line -> line.state() == LineState.BOOKED)
                    .toList();
            booked.forEach(line -> requireCurrency(line, account));
            if (booked.isEmpty()) {
                return;
            }
            transactions.executeWithoutResult(transaction -> lines.putTheirs(code, account.id(), booked));
            Optional<String> next = Optional.of(booked.getLast().id());
            if (part.next().isEmpty() || booked.size() < part.items().size()) {
                return;
            }
            if (next.equals(mark)) {
                throw new Unread(Reason.BANK_API_ERROR);
            }
            mark = next;
        }
    }

    private static void requireCurrency(BankTransaction line, BankAccount account) {
        if (!line.amount().currency().equals(account.currency())) {
            throw new Unread(Reason.CURRENCY_MISMATCH);
        }
    }

    private static <T> T told(BankAnswer<T> answer) {
        return switch (answer) {
            case BankAnswer.Told<T> told -> told.content();
            case BankAnswer.NotOffered<T> nothing -> throw new Unread(Reason.BANK_API_ERROR);
            case BankAnswer.Failed<T> failed -> throw new Unread(failed.reason());
        };
    }
}
