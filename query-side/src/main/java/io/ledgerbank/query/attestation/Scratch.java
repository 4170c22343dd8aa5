package io.ledgerbank.query.attestation;

import io.ledgerbank.api.account.AccountDetails;
import io.ledgerbank.api.account.AccountEvent;
import io.ledgerbank.api.account.AccountOpened;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.ledger.Booked;
import io.ledgerbank.api.ledger.Direction;
import io.ledgerbank.api.ledger.Entry;
import io.ledgerbank.api.ledger.LedgerAccount;
import io.ledgerbank.api.payment.PaymentEvent;
import io.ledgerbank.api.payment.PaymentLife;
import io.ledgerbank.api.payment.PaymentProgress;
import java.math.BigInteger;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the log says, worked out from the first event on in memory, with none of the code that writes the read models: a few
 * hundred bytes for each account and each payment. For one thread.
 */
final class Scratch {

    /** How far each read model has come; they move one by one. */
    record Limits(long accounts, long entries, long payments) {

        long last() {
            return Math.max(accounts, Math.max(entries, payments));
        }

        /** What all of them have come to at least. */
        Limits least() {
            long least = Math.min(accounts, Math.min(entries, payments));
            return new Limits(least, least, least);
        }
    }

    /** An account of the ledger in one of its currencies. */
    record Key(LedgerAccount owner, Currency currency) {

        String account() {
            return owner.code();
        }

        boolean isCustomers() {
            return owner instanceof LedgerAccount.Customer;
        }
    }

    /** What passed through an account, in minor units, and in how many lines. */
    record Turnover(BigInteger debits, BigInteger credits, long lines) {

        private static final Turnover NONE = new Turnover(BigInteger.ZERO, BigInteger.ZERO, 0);

        Turnover plus(Entry entry) {
            BigInteger amount = BigInteger.valueOf(entry.amount().minorUnits());
            return entry.direction() == Direction.DEBIT
                    ? new Turnover(debits.add(amount), credits, lines + 1)
                    : new Turnover(debits, credits.add(amount), lines + 1);
        }
    }

    final Map<AccountId, AccountDetails> accounts = new HashMap<>();
    final Map<PaymentId, PaymentProgress> payments = new HashMap<>();
    final Map<Key, Turnover> turnovers = new HashMap<>();

    private long events;

    long events() {
        return events;
    }

    void apply(long position, Object event, Limits limits) {
        events++;
        if (event instanceof AccountEvent happened && position <= limits.accounts()) {
            accounts.put(happened.accountId(), after(happened));
        }
        if (event instanceof PaymentEvent happened && position <= limits.payments()) {
            payments.put(happened.paymentId(), after(happened));
        }
        if (event instanceof Booked booked && position <= limits.entries()) {
            booked.entries().forEach(this::book);
        }
    }

    private AccountDetails after(AccountEvent event) {
        return Optional.ofNullable(accounts.get(event.accountId()))
                .map(account -> account.after(event))
                .orElseGet(() -> AccountDetails.of((AccountOpened) event));
    }

    private PaymentProgress after(PaymentEvent event) {
        return Optional.ofNullable(payments.get(event.paymentId()))
                .map(progress -> progress.after(event))
                .orElseGet(() -> PaymentLife.startingWith(event).progress());
    }

    private void book(Entry entry) {
        Key key = new Key(entry.account(), entry.amount().currency());
        turnovers.put(key, turnovers.getOrDefault(key, Turnover.NONE).plus(entry));
    }
}
