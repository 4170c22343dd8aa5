package io.ledgerbank.saga.bankconnection;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.BankConnectionId;
import io.ledgerbank.saga.bank.BankTransaction;
import io.ledgerbank.saga.bank.BankTransactions;
import io.ledgerbank.saga.bank.LineState;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Reads what is new in one account, part by part, and keeps a bounded number of lines in memory. Lines are stored together
 * with where to go on, which is never behind a line that may still change. For one thread.
 */
final class ReadingAccount {

    /** So many lines are stored at once. */
    private static final int PORTION = 1_000;

    /** What is pending for longer is not waited for. */
    private static final Duration MAY_STILL_CHANGE = Duration.ofDays(14);

    /** How much earlier than what is known already a new line may be. */
    private static final Duration BELATED = Duration.ofDays(31);

    private final BankConnectionId connection;
    private final LinkedAccount account;
    private final LiveAccess access;
    private final Instant now;
    private final Optional<Instant> knownUpTo;
    private final Map<String, BankTransaction> unstored = new LinkedHashMap<>();

    private Optional<String> position;
    private Optional<Instant> upTo;
    private Resume resume;
    private Found found = Found.NOTHING;
    private Mark mark = Mark.MOVES;

    /** Whether the bank had shown anything. */
    enum Found {
        NOTHING,
        LINES
    }

    /** Whether a line was met that may still change. */
    private enum Mark {
        MOVES,
        STAYS
    }

    ReadingAccount(BankConnectionId connection, LinkedAccounts.Readable from, LiveAccess access, Instant now) {
        this.connection = connection;
        this.account = from.account();
        this.access = access;
        this.now = now;
        this.resume = from.resume();
        this.position = from.resume().after();
        this.upTo = from.resume().upTo();
        this.knownUpTo = position.flatMap(mark -> from.resume().upTo());
    }

    /** @throws Stopped when the bank does not answer, or with what was not asked for */
    Found read(LinkedAccounts accounts, LinkedTransactions lines, TransactionOperations transactions) {
        Store store = () -> transactions.executeWithoutResult(transaction -> {
            if (!unstored.isEmpty()) {
                lines.put(connection, account.id(), unstored.values());
            }
            accounts.advance(account.id(), new Resume(resume.after(), upTo));
        });
        try {
            while (readPart()) {
                if (unstored.size() >= PORTION) {
                    store.store();
                    unstored.clear();
                }
            }
        } finally {
            if (found == Found.LINES) {
                store.store();
            }
        }
        return found;
    }

    @FunctionalInterface
    private interface Store {
        void store();
    }

    /** @return whether there may be more */
    private boolean readPart() {
        BankTransactions part = access.ask((bank, tokens) -> bank.transactions(tokens, account.externalId(), position));
        part.items().forEach(this::check);
        part.items().forEach(this::take);
        if (part.next().isEmpty()) {
            return false;
        }
        if (part.next().equals(position)) {
            throw Stopped.because(Reason.BANK_API_ERROR);
        }
        found = Found.LINES;
        position = part.next();
        if (mark == Mark.MOVES) {
            resume = new Resume(position, upTo);
        }
        return true;
    }

    /** All lines of a part are good, or none of them is believed. */
    private void check(BankTransaction line) {
        if (!line.amount().currency().equals(account.currency())) {
            throw Stopped.because(Reason.CURRENCY_MISMATCH);
        }
        if (knownUpTo
                .filter(known -> line.bookedAt().isBefore(known.minus(BELATED)))
                .isPresent()) {
            throw Stopped.because(Reason.BANK_API_ERROR);
        }
    }

    private void take(BankTransaction line) {
        found = Found.LINES;
        unstored.put(line.id(), line);
        upTo = upTo.filter(latest -> latest.isAfter(line.bookedAt())).or(() -> Optional.of(line.bookedAt()));
        if (line.state() == LineState.PENDING && line.bookedAt().isAfter(now.minus(MAY_STILL_CHANGE))) {
            mark = Mark.STAYS;
        }
        if (mark == Mark.MOVES) {
            resume = new Resume(Optional.of(line.id()), upTo);
        }
    }
}
