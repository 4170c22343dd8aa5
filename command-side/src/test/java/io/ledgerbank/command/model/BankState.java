package io.ledgerbank.command.model;

import io.ledgerbank.api.account.AccountStatus;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.ledger.InternalAccount;
import io.ledgerbank.api.payment.Activity;
import io.ledgerbank.api.payment.PaymentStatus;
import io.ledgerbank.api.payment.Step;
import io.ledgerbank.command.testing.People;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** All that both banks have to agree on; the texts are for people who look for a difference. */
record BankState(
        Map<String, AccountState> accounts, Map<String, PaymentState> payments, Map<String, BigInteger> internals) {

    private static final List<InternalAccount> INTERNALS =
            List.of(InternalAccount.SUSPENSE, InternalAccount.settlement(People.SIMBANK));

    /** An account, in minor units. */
    record AccountState(
            String name,
            AccountStatus status,
            long posted,
            long held,
            long available,
            long singleLimit,
            long dailyLimit,
            long monthlyLimit,
            long overdraftLimit,
            long spentToday,
            long spentThisMonth) {}

    /** A payment. */
    record PaymentState(
            PaymentStatus status,
            Step step,
            Activity activity,
            int attempts,
            int inquiries,
            long notReversed,
            Optional<Reason> lastReason) {}

    static BankState of(
            Iterable<AccountId> accounts,
            Function<AccountId, AccountState> account,
            Iterable<PaymentId> payments,
            Function<PaymentId, PaymentState> payment,
            Function<InternalAccount, BigInteger> balance) {
        Map<String, AccountState> ofAccounts = new TreeMap<>();
        accounts.forEach(id -> ofAccounts.put(id.toString(), account.apply(id)));
        Map<String, PaymentState> ofPayments = new TreeMap<>();
        payments.forEach(id -> ofPayments.put(id.toString(), payment.apply(id)));
        Map<String, BigInteger> ofInternals = new TreeMap<>();
        INTERNALS.forEach(internal -> ofInternals.put(internal.code(), balance.apply(internal)));
        return new BankState(ofAccounts, ofPayments, ofInternals);
    }
}
