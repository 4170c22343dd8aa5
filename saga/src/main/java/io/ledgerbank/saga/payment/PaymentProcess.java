package io.ledgerbank.saga.payment;

import io.ledgerbank.api.payment.PaymentProgress;
import io.ledgerbank.api.payment.Step;
import io.ledgerbank.saga.bank.Capability;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The whole process of an external payment: what each step calls for, and when. How often and how patiently anything is
 * repeated is no matter of this table; the payment decides that by the error catalogue and records when the step is due.
 *
 * @param grace how long after an attempt's deadline its request may still be on its way to the bank
 */
public record PaymentProcess(Duration grace) {

    /** What is done. */
    public enum Action {
        /** The next attempt is recorded, and then the bank is told. */
        SUBMIT,
        /** The bank is asked by the payment's id; what it says is recorded. */
        INQUIRE,
        /** It is left to a person. */
        PARK,
        NOTHING
    }

    /** When it is done. */
    public enum Timer {
        /** When the payment says that the step is due. */
        WHEN_DUE,
        /** Once no request of the current attempt can reach the bank any more: its deadline and the grace are over. */
        NONE_ON_ITS_WAY,
        NEVER
    }

    /**
     * A row of the table.
     *
     * @param askable what is done if the bank answers inquiries
     * @param silent what is done if it does not
     */
    public record Rule(Step step, Timed askable, Timed silent) {}

    /** What is done, and when. */
    public record Timed(Action action, Timer timer) {}

    private static final Timed NOTHING = new Timed(Action.NOTHING, Timer.NEVER);
    private static final Timed SEND_WHEN_DUE = new Timed(Action.SUBMIT, Timer.WHEN_DUE);
    private static final Timed ASK_WHEN_DUE = new Timed(Action.INQUIRE, Timer.WHEN_DUE);
    private static final Timed ASK_WHEN_NONE_IS_ON_ITS_WAY = new Timed(Action.INQUIRE, Timer.NONE_ON_ITS_WAY);
    private static final Timed PARK_WHEN_NONE_IS_ON_ITS_WAY = new Timed(Action.PARK, Timer.NONE_ON_ITS_WAY);

    public static final List<Rule> TABLE = List.of(
            new Rule(Step.AWAIT_DAY, NOTHING, NOTHING),
            new Rule(Step.SUBMIT, SEND_WHEN_DUE, SEND_WHEN_DUE),
            new Rule(Step.AWAIT_ANSWER, ASK_WHEN_NONE_IS_ON_ITS_WAY, PARK_WHEN_NONE_IS_ON_ITS_WAY),
            new Rule(Step.INQUIRE, ASK_WHEN_DUE, PARK_WHEN_NONE_IS_ON_ITS_WAY),
            new Rule(Step.PARKED, NOTHING, NOTHING),
            new Rule(Step.DISPUTED, NOTHING, NOTHING),
            new Rule(Step.DONE, NOTHING, NOTHING));

    private static final Map<Step, Rule> BY_STEP =
            TABLE.stream().collect(Collectors.toUnmodifiableMap(Rule::step, Function.identity()));

    /** A paused payment calls for nothing, whatever its step. */
    public NextAction next(PaymentProgress payment, Set<Capability> bank) {
        Rule rule = BY_STEP.get(payment.step());
        if (rule == null || payment.isPaused()) {
            return new NextAction.Nothing();
        }
        Timed timed = bank.contains(Capability.INQUIRES) ? rule.askable() : rule.silent();
        Instant at = at(timed.timer(), payment);
        return switch (timed.action()) {
            case SUBMIT -> new NextAction.Submit(payment.attempts() + 1, at);
            case INQUIRE -> new NextAction.Inquire(payment.attempts(), Math.max(1, payment.inquiries()), at);
            case PARK -> new NextAction.Park(payment.attempts(), at);
            case NOTHING -> new NextAction.Nothing();
        };
    }

    /**
     * Whether a request of the current attempt may reach the bank after this moment, so that what the bank says about it
     * at this moment, other than an outcome, proves nothing.
     */
    public boolean mayStillArrive(PaymentProgress payment, Instant moment) {
        return payment.attemptDeadline()
                .map(deadline -> moment.isBefore(deadline.plus(grace)))
                .orElse(true);
    }

    private Instant at(Timer timer, PaymentProgress payment) {
        return switch (timer) {
            case WHEN_DUE, NEVER -> payment.due();
            case NONE_ON_ITS_WAY ->
                payment.attemptDeadline().orElse(payment.due()).plus(grace);
        };
    }
}
