package io.ledgerbank.command.model;

import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.operation.CompensatePayment;
import io.ledgerbank.api.operation.NotePayment;
import io.ledgerbank.api.operation.PausePayment;
import io.ledgerbank.api.operation.ResolvePayment;
import io.ledgerbank.api.operation.ResumePayment;
import io.ledgerbank.api.operation.RetryPayment;
import io.ledgerbank.api.payment.Activity;
import io.ledgerbank.api.payment.Execution;
import io.ledgerbank.api.payment.PaymentStatus;
import io.ledgerbank.api.payment.Step;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.command.model.Dice.Chance;
import java.util.List;
import java.util.Optional;

/** What administrators do about payments to other banks, mostly where it makes sense. */
final class RandomOperations {

    private final Dice dice;
    private final Passers people;

    RandomOperations(Dice dice, Passers people) {
        this.dice = dice;
        this.people = people;
    }

    Object any() {
        return dice.weighed(List.of(
                new Chance<>(3, this::retry),
                new Chance<>(2, this::compensate),
                new Chance<>(2, this::pause),
                new Chance<>(4, this::resume),
                new Chance<>(1, this::note),
                new Chance<>(8, this::resolve)));
    }

    private RetryPayment retry() {
        return new RetryPayment(goingOn(), why(), Optional.empty(), people.admin());
    }

    private CompensatePayment compensate() {
        PaymentId id = dice.percent(40)
                ? goingOn()
                : people.payment(payment -> payment.isExternal() && payment.step == Step.SUBMIT);
        return new CompensatePayment(id, why(), Optional.empty(), people.admin());
    }

    private PausePayment pause() {
        return new PausePayment(goingOn(), why(), Optional.empty(), people.admin());
    }

    private ResumePayment resume() {
        PaymentId id = people.payment(payment -> payment.activity == Activity.PAUSED);
        return new ResumePayment(id, why(), Optional.empty(), people.admin());
    }

    private NotePayment note() {
        return new NotePayment(people.payment(ReferencePayment::isExternal), why(), Optional.empty(), people.admin());
    }

    private ResolvePayment resolve() {
        PaymentId id = people.payment(payment -> payment.step == Step.PARKED || payment.step == Step.DISPUTED);
        return resolve(id, dice.of(List.of(Execution.values())), people.admin());
    }

    ResolvePayment resolve(PaymentId id, Execution outcome, Caller by) {
        String evidence = dice.percent(4) ? "x".repeat(1001) : "Statement 12, line 3";
        return new ResolvePayment(id, outcome, evidence, why(), Optional.empty(), by);
    }

    private PaymentId goingOn() {
        return people.payment(payment -> payment.isExternal()
                && (payment.status == PaymentStatus.PROCESSING || payment.status == PaymentStatus.PENDING));
    }

    private String why() {
        return dice.percent(3) ? " " : "It hangs";
    }
}
