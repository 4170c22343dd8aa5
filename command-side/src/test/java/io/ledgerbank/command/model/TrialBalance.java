package io.ledgerbank.command.model;

import io.ledgerbank.api.account.AccountOpened;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.ledger.Booked;
import io.ledgerbank.api.ledger.Entry;
import io.ledgerbank.api.ledger.InternalAccount;
import io.ledgerbank.api.payment.PaymentCreated;
import io.ledgerbank.api.payment.PaymentScheduled;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The ledger as the events themselves tell it: no money appears or vanishes, and none stays between two accounts. */
final class TrialBalance {

    private final Map<String, BigInteger> balances = new HashMap<>();
    private final Set<AccountId> accounts = new LinkedHashSet<>();
    private final Set<PaymentId> payments = new LinkedHashSet<>();

    /**
     * Books what one command has done.
     *
     * @throws IllegalStateException when that does not balance
     */
    void book(List<Object> events) {
        events.forEach(this::book);
        if (of(InternalAccount.CLEARING.code()).signum() != 0) {
            throw new IllegalStateException("A command left money between accounts: " + events);
        }
    }

    private void book(Object event) {
        switch (event) {
            case AccountOpened opened -> accounts.add(opened.accountId());
            case PaymentCreated created -> payments.add(created.paymentId());
            case PaymentScheduled scheduled -> payments.add(scheduled.paymentId());
            case Booked booked -> book(booked);
            default -> {}
        }
    }

    private void book(Booked event) {
        long sum = 0;
        for (Entry entry : event.entries()) {
            long change = entry.change().minorUnits();
            sum += change;
            balances.merge(entry.account().code(), BigInteger.valueOf(change), BigInteger::add);
        }
        if (sum != 0) {
            throw new IllegalStateException("The entries do not add up to zero: " + event);
        }
    }

    Set<AccountId> accounts() {
        return accounts;
    }

    Set<PaymentId> payments() {
        return payments;
    }

    /** The sum of a customer's entries, in minor units. */
    long of(AccountId account) {
        return of(account.toString()).longValueExact();
    }

    /** The sum over all currencies, in minor units. */
    BigInteger of(InternalAccount account) {
        return of(account.code());
    }

    private BigInteger of(String account) {
        return balances.getOrDefault(account, BigInteger.ZERO);
    }
}
