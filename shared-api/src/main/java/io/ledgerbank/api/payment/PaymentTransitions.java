package io.ledgerbank.api.payment;

import static io.ledgerbank.api.payment.PaymentStatus.CANCELLED;
import static io.ledgerbank.api.payment.PaymentStatus.COMPLETED;
import static io.ledgerbank.api.payment.PaymentStatus.FAILED;
import static io.ledgerbank.api.payment.PaymentStatus.PENDING;
import static io.ledgerbank.api.payment.PaymentStatus.PROCESSING;
import static io.ledgerbank.api.payment.PaymentStatus.RETURNED;
import static io.ledgerbank.api.payment.PaymentStatus.SCHEDULED;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What may happen to a payment, and when: the one table of it. What it does not list cannot happen. */
public final class PaymentTransitions {

    /**
     * One thing that may happen.
     *
     * @param from where the payment is; empty when it begins with this
     * @param to where it is afterwards
     */
    public record Transition(Optional<PaymentStatus> from, Class<? extends PaymentEvent> event, PaymentStatus to) {}

    public static final List<Transition> ALL = List.of(
            first(PaymentScheduled.class, SCHEDULED),
            first(PaymentCreated.class, PENDING),
            when(SCHEDULED, ExecutionDeferred.class, SCHEDULED),
            when(SCHEDULED, PaymentCreated.class, PENDING),
            when(SCHEDULED, PaymentFailed.class, FAILED),
            when(SCHEDULED, PaymentCancelled.class, CANCELLED),
            when(PENDING, PaymentCompleted.class, COMPLETED),
            when(PENDING, AttemptStarted.class, PROCESSING),
            when(PENDING, PaymentFailed.class, FAILED),
            when(PENDING, PaymentCancelled.class, CANCELLED),
            when(PROCESSING, AttemptStarted.class, PROCESSING),
            when(PROCESSING, AttemptFailed.class, PROCESSING),
            when(PROCESSING, OutcomeUnknown.class, PROCESSING),
            when(PROCESSING, PaymentParked.class, PROCESSING),
            when(PROCESSING, PaymentSettled.class, COMPLETED),
            when(PROCESSING, PaymentFailed.class, FAILED),
            when(COMPLETED, PaymentReversed.class, COMPLETED),
            when(COMPLETED, PaymentReturned.class, RETURNED),
            when(PENDING, PaymentPaused.class, PENDING),
            when(PENDING, PaymentResumed.class, PENDING),
            when(PENDING, RetryOrdered.class, PENDING),
            when(PENDING, CompensationOrdered.class, PENDING),
            when(PENDING, PaymentNoted.class, PENDING),
            when(PROCESSING, PaymentPaused.class, PROCESSING),
            when(PROCESSING, PaymentResumed.class, PROCESSING),
            when(PROCESSING, RetryOrdered.class, PROCESSING),
            when(PROCESSING, CompensationOrdered.class, PROCESSING),
            when(PROCESSING, OutcomeResolved.class, PROCESSING),
            when(PROCESSING, PaymentNoted.class, PROCESSING),
            when(COMPLETED, OutcomeContradicted.class, COMPLETED),
            when(COMPLETED, ContradictionResolved.class, COMPLETED),
            when(COMPLETED, StatementHeard.class, COMPLETED),
            when(COMPLETED, SettlementConfirmed.class, COMPLETED),
            when(COMPLETED, PaymentNoted.class, COMPLETED),
            when(FAILED, OutcomeContradicted.class, FAILED),
            when(FAILED, ContradictionResolved.class, FAILED),
            when(FAILED, StatementHeard.class, FAILED),
            when(FAILED, PaymentSettled.class, COMPLETED),
            when(FAILED, PaymentNoted.class, FAILED),
            when(CANCELLED, PaymentNoted.class, CANCELLED),
            when(RETURNED, OutcomeContradicted.class, RETURNED),
            when(RETURNED, ContradictionResolved.class, RETURNED),
            when(RETURNED, StatementHeard.class, RETURNED),
            when(RETURNED, SettlementConfirmed.class, RETURNED),
            when(RETURNED, PaymentSettled.class, COMPLETED),
            when(RETURNED, PaymentNoted.class, RETURNED));

    /** What leaves a payment where it is, wherever that be. */
    private static final Set<Class<? extends PaymentEvent>> STAYS = Set.of(
            PaymentPaused.class,
            PaymentResumed.class,
            PaymentNoted.class,
            RetryOrdered.class,
            CompensationOrdered.class,
            OutcomeResolved.class,
            OutcomeContradicted.class,
            ContradictionResolved.class,
            StatementHeard.class,
            SettlementConfirmed.class);

    private static final Map<Class<? extends PaymentEvent>, PaymentStatus> OUTCOME = ALL.stream()
            .filter(transition -> !STAYS.contains(transition.event()))
            .collect(Collectors.toUnmodifiableMap(Transition::event, Transition::to, PaymentTransitions::theSame));

    private static final Map<PaymentStatus, Set<Class<? extends PaymentEvent>>> POSSIBLE = possible();

    private PaymentTransitions() {}

    /** Whether the event may happen to a payment that is there. */
    public static boolean allow(PaymentStatus from, PaymentEvent event) {
        Set<Class<? extends PaymentEvent>> events = POSSIBLE.get(from);
        return events != null && events.contains(event.getClass());
    }

    /** Where a payment is once this has happened to it there. */
    public static PaymentStatus after(PaymentStatus from, PaymentEvent event) {
        if (STAYS.contains(event.getClass())) {
            return from;
        }
        PaymentStatus status = OUTCOME.get(event.getClass());
        if (status == null) {
            throw new IllegalStateException(
                    "No transition has a " + event.getClass().getSimpleName());
        }
        return status;
    }

    private static Transition first(Class<? extends PaymentEvent> event, PaymentStatus to) {
        return new Transition(Optional.empty(), event, to);
    }

    private static Transition when(PaymentStatus from, Class<? extends PaymentEvent> event, PaymentStatus to) {
        return new Transition(Optional.of(from), event, to);
    }

    /** What moves a payment tells where it is by itself, so that a history can be read without knowing this table's past. */
    private static PaymentStatus theSame(PaymentStatus one, PaymentStatus other) {
        if (one != other) {
            throw new IllegalStateException("One event leads to both " + one + " and " + other);
        }
        return one;
    }

    private static Map<PaymentStatus, Set<Class<? extends PaymentEvent>>> possible() {
        Map<PaymentStatus, Set<Class<? extends PaymentEvent>>> possible = new EnumMap<>(PaymentStatus.class);
        for (Transition transition : ALL) {
            transition.from().ifPresent(from -> possible.computeIfAbsent(from, status -> new HashSet<>())
                    .add(transition.event()));
        }
        return possible;
    }
}
