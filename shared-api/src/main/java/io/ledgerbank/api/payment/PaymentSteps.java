package io.ledgerbank.api.payment;

import static io.ledgerbank.api.payment.Step.AWAIT_ANSWER;
import static io.ledgerbank.api.payment.Step.AWAIT_DAY;
import static io.ledgerbank.api.payment.Step.DISPUTED;
import static io.ledgerbank.api.payment.Step.DONE;
import static io.ledgerbank.api.payment.Step.INQUIRE;
import static io.ledgerbank.api.payment.Step.PARKED;
import static io.ledgerbank.api.payment.Step.SUBMIT;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * From what a payment waits for to what it waits for next: the one table of it. What it does not list cannot happen while a
 * payment waits for that.
 */
public final class PaymentSteps {

    /**
     * One thing that may happen.
     *
     * @param from what the payment waits for; empty when it begins with this
     * @param to what it waits for afterwards
     */
    public record Move(Optional<Step> from, Class<? extends PaymentEvent> event, Step to) {}

    public static final List<Move> ALL = List.of(
            first(PaymentScheduled.class, AWAIT_DAY),
            first(PaymentCreated.class, SUBMIT),
            when(AWAIT_DAY, ExecutionDeferred.class, AWAIT_DAY),
            when(AWAIT_DAY, PaymentCreated.class, SUBMIT),
            when(AWAIT_DAY, PaymentFailed.class, DONE),
            when(AWAIT_DAY, PaymentCancelled.class, DONE),
            when(SUBMIT, PaymentCompleted.class, DONE),
            when(SUBMIT, AttemptStarted.class, AWAIT_ANSWER),
            when(SUBMIT, RetryOrdered.class, SUBMIT),
            when(SUBMIT, PaymentSettled.class, DONE),
            when(SUBMIT, PaymentFailed.class, DONE),
            when(SUBMIT, PaymentCancelled.class, DONE),
            when(AWAIT_ANSWER, PaymentSettled.class, DONE),
            when(AWAIT_ANSWER, PaymentFailed.class, DONE),
            when(AWAIT_ANSWER, AttemptFailed.class, SUBMIT),
            when(AWAIT_ANSWER, OutcomeUnknown.class, INQUIRE),
            when(AWAIT_ANSWER, PaymentParked.class, PARKED),
            when(INQUIRE, OutcomeUnknown.class, INQUIRE),
            when(INQUIRE, RetryOrdered.class, INQUIRE),
            when(INQUIRE, PaymentSettled.class, DONE),
            when(INQUIRE, PaymentFailed.class, DONE),
            when(INQUIRE, AttemptFailed.class, SUBMIT),
            when(INQUIRE, PaymentParked.class, PARKED),
            when(PARKED, RetryOrdered.class, INQUIRE),
            when(PARKED, RetryOrdered.class, SUBMIT),
            when(PARKED, PaymentParked.class, PARKED),
            when(PARKED, PaymentSettled.class, DONE),
            when(PARKED, PaymentFailed.class, DONE),
            when(PARKED, AttemptFailed.class, SUBMIT),
            when(DONE, PaymentReversed.class, DONE),
            when(DONE, PaymentReturned.class, DONE),
            when(DONE, OutcomeContradicted.class, DISPUTED),
            when(DONE, StatementHeard.class, DONE),
            when(DONE, SettlementConfirmed.class, DONE),
            when(DISPUTED, StatementHeard.class, DISPUTED),
            when(DISPUTED, ContradictionResolved.class, DONE),
            when(DONE, PaymentSettled.class, DONE));

    /** What changes nothing about what a payment waits for, whatever it be. */
    public static final Set<Class<? extends PaymentEvent>> STAYS = Set.of(
            PaymentPaused.class,
            PaymentResumed.class,
            PaymentNoted.class,
            CompensationOrdered.class,
            OutcomeResolved.class);

    private static final Map<Step, Set<Class<? extends PaymentEvent>>> POSSIBLE = possible();

    private PaymentSteps() {}

    /** Whether the event may happen to a payment that waits for this. */
    public static boolean allow(Step from, PaymentEvent event) {
        Set<Class<? extends PaymentEvent>> events = POSSIBLE.get(from);
        return events != null && events.contains(event.getClass());
    }

    private static Move first(Class<? extends PaymentEvent> event, Step to) {
        return new Move(Optional.empty(), event, to);
    }

    private static Move when(Step from, Class<? extends PaymentEvent> event, Step to) {
        return new Move(Optional.of(from), event, to);
    }

    private static Map<Step, Set<Class<? extends PaymentEvent>>> possible() {
        Map<Step, Set<Class<? extends PaymentEvent>>> possible = new EnumMap<>(Step.class);
        for (Step step : Step.values()) {
            Set<Class<? extends PaymentEvent>> events = new HashSet<>(STAYS);
            ALL.stream()
                    .filter(move -> move.from().equals(Optional.of(step)))
                    .forEach(move -> events.add(move.event()));
            possible.put(step, events);
        }
        return possible;
    }
}
