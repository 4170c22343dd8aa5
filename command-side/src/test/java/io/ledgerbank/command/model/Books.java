package io.ledgerbank.command.model;

import io.ledgerbank.api.account.Iban;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.ledger.InternalAccount;
import io.ledgerbank.api.payment.Execution;
import io.ledgerbank.api.payment.PaymentStatus;
import io.ledgerbank.api.payment.Step;
import io.ledgerbank.api.user.Caller;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All that the reference bank remembers. */
final class Books {

    /**
     * Something that waits for a second person.
     *
     * @param first the number of the command that asked for it first; whoever repeats it asks for the same
     */
    record Request(int first, Object proposed, UserId by, Instant expires) {}

    final ZoneId zone;
    final Map<AccountId, ReferenceAccount> accounts = new LinkedHashMap<>();
    final Map<PaymentId, ReferencePayment> payments = new LinkedHashMap<>();
    final Map<Integer, Request> requests = new LinkedHashMap<>();
    final Set<Integer> decided = new HashSet<>();
    final Set<String> references = new HashSet<>();
    final Set<UserId> suspended = new HashSet<>();
    BigInteger suspense = BigInteger.ZERO;
    BigInteger settlement = BigInteger.ZERO;
    Instant now;

    Books(ZoneId zone, Instant now) {
        this.zone = zone;
        this.now = now;
    }

    LocalDate today() {
        return LocalDate.ofInstant(now, zone);
    }

    boolean isOpen(Request request) {
        return !decided.contains(request.first()) && now.isBefore(request.expires());
    }

    Optional<ReferenceAccount> account(AccountId id) {
        return Optional.ofNullable(accounts.get(id));
    }

    Optional<ReferenceAccount> account(Iban iban) {
        return accounts.values().stream()
                .filter(account -> account.iban.equals(iban))
                .findFirst();
    }

    /** What we owe the other bank, or it us. */
    void settle(long amount) {
        settlement = settlement.add(BigInteger.valueOf(amount));
    }

    /** Whose it is, is in doubt. */
    void suspend(long amount) {
        suspense = suspense.add(BigInteger.valueOf(amount));
    }

    /** No customer's money moves. */
    void contradict(ReferencePayment payment, ReferencePayment.Claim claim) {
        long amount = payment.order.amount().minorUnits();
        long owed = claim.claimed() == Execution.EXECUTED ? amount : -amount;
        settle(owed);
        suspend(-owed);
        claim.reference().ifPresent(payment.executions::add);
        payment.claim = Optional.of(claim);
        payment.step = Step.DISPUTED;
        payment.happenings++;
        payment.lastReason = claim.reason().or(() -> payment.lastReason);
    }

    /** An execution that nobody knew of when the payment had ended. */
    void further(ReferencePayment payment, String reference) {
        if (payment.lacksReference) {
            payment.lacksReference = false;
            payment.executions.add(reference);
            payment.happenings++;
        } else {
            contradict(
                    payment, new ReferencePayment.Claim(Execution.EXECUTED, Optional.empty(), Optional.of(reference)));
        }
    }

    /** From wherever it comes. */
    void giveBack(ReferencePayment payment, Reason reason) {
        ReferenceAccount debtor = debtorOf(payment);
        debtor.posted += payment.order.amount().minorUnits();
        if (!payment.givesNothingBack) {
            debtor.counted.removeIf(debit -> debit.payment().equals(payment.id));
        }
        payment.cameBack = true;
        payment.end(PaymentStatus.RETURNED, Optional.of(reason));
    }

    BigInteger balanceOf(InternalAccount account) {
        return account.equals(InternalAccount.SUSPENSE) ? suspense : settlement;
    }

    ReferenceAccount debtorOf(ReferencePayment payment) {
        return account(payment.order.debtor().orElseThrow()).orElseThrow();
    }

    ReferencePayment payment(PaymentId id) {
        return Optional.ofNullable(payments.get(id))
                .orElseThrow(() -> new RejectedException(Reason.PAYMENT_NOT_FOUND, "unknown"));
    }

    ReferencePayment paymentFor(Caller caller, PaymentId id) {
        ReferencePayment payment = payment(id);
        if (!caller.isStaff() && !caller.owns(payment.owner)) {
            throw new RejectedException(Reason.PAYMENT_NOT_FOUND, "of somebody else");
        }
        return payment;
    }
}
