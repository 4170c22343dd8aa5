package io.ledgerbank.command.model;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.payment.Activity;
import io.ledgerbank.api.payment.Execution;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.PaymentStatus;
import io.ledgerbank.api.payment.StatementHeard.Said;
import io.ledgerbank.api.payment.Step;
import io.ledgerbank.api.user.Caller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A payment of the reference bank. */
final class ReferencePayment {

    /** What its bank said against how it ended. */
    record Claim(Execution claimed, Optional<Reason> reason, Optional<String> reference) {}

    /** What its bank said besides. */
    record Word(Said said, Optional<Reason> reason, Optional<String> reference) {}

    final PaymentId id;
    final UserId owner;
    final Caller orderedBy;
    final List<Instant> laterTries;
    PaymentOrder order;
    PaymentStatus status = PaymentStatus.PENDING;
    Step step = Step.SUBMIT;
    Optional<Reason> lastReason = Optional.empty();
    /** How much has happened to it. */
    int happenings;

    int attempts;
    int inquiries;
    Instant askedSince = Instant.MAX;
    long deferrals;
    long reversed;
    boolean isMade;
    boolean isTakenLate;

    /** Of what is parked: that the bank did not execute it. */
    boolean certain;

    /** As the first version wrote it, it does not know on which day it counted. */
    boolean givesNothingBack;

    Activity activity = Activity.RUNNING;
    Optional<Claim> claim = Optional.empty();
    final List<Word> heard = new ArrayList<>();

    /** Booked, in dispute, or decided about. */
    final Set<String> executions = new HashSet<>();

    final Set<String> returns = new HashSet<>();

    /** A person has settled it; the bank's reference is still to come. */
    boolean lacksReference;

    /** A person has found out that what was settled was not executed. */
    boolean givenBack;

    /** Its debtor has had the money back once, at least. */
    boolean cameBack;

    ReferencePayment(PaymentId id, UserId owner, PaymentOrder order, Caller orderedBy, List<Instant> laterTries) {
        this.id = id;
        this.owner = owner;
        this.order = order;
        this.orderedBy = orderedBy;
        this.laterTries = laterTries;
    }

    boolean isExternal() {
        return order instanceof PaymentOrder.External;
    }

    /** An answer of its bank is about what was sent last, and still open. */
    boolean isAsked(int attempt) {
        return status == PaymentStatus.PROCESSING && step != Step.SUBMIT && attempt == attempts;
    }

    /** What is left to take back. */
    long notReversed() {
        return order.amount().minorUnits() - reversed;
    }

    /** For people to look at; what is parked stays so for the reason it was. */
    void park(Reason reason, boolean isCertain) {
        if (step != Step.PARKED || (isCertain && !certain)) {
            step = Step.PARKED;
            certain = isCertain;
            happenings++;
            lastReason = Optional.of(reason);
        }
    }

    void end(PaymentStatus end, Optional<Reason> reason) {
        status = end;
        happenings++;
        step = Step.DONE;
        activity = Activity.RUNNING;
        lastReason = reason;
    }

    Optional<Word> moneyHeardOf() {
        return heard.stream().filter(word -> word.said() == Said.RETURNED).findFirst();
    }

    boolean isFurtherExecution(Word word) {
        return word.said() == Said.EXECUTED
                && !executions.contains(word.reference().orElseThrow());
    }

    BankState.PaymentState state() {
        long left = status == PaymentStatus.COMPLETED ? notReversed() : 0;
        return new BankState.PaymentState(status, step, activity, attempts, inquiries, left, lastReason);
    }
}
