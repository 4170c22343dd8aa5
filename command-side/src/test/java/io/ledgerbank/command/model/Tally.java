package io.ledgerbank.command.model;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.payment.PaymentStatus;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** How often what came of the moves. Thread-safe. */
final class Tally {

    private final Map<Reason, Integer> reasons = new EnumMap<>(Reason.class);
    private final Map<PaymentStatus, Integer> payments = new EnumMap<>(PaymentStatus.class);
    private int done;
    private int proposed;

    synchronized void count(Answer answer) {
        switch (answer) {
            case Answer.Done it -> done++;
            case Answer.Proposed it -> proposed++;
            case Answer.Refused refused -> count(refused.reason());
        }
    }

    /** What has become of payments, and why. */
    synchronized void count(BankState end) {
        for (BankState.PaymentState payment : end.payments().values()) {
            payments.merge(payment.status(), 1, Integer::sum);
            payment.lastReason().ifPresent(this::count);
        }
    }

    private synchronized void count(Reason reason) {
        reasons.merge(reason, 1, Integer::sum);
    }

    synchronized Map<Reason, Integer> reasons() {
        return Map.copyOf(reasons);
    }

    @Override
    public synchronized String toString() {
        String refusals = reasons.entrySet().stream()
                .map(reason ->
                        "%n%8d %s".formatted(reason.getValue(), reason.getKey().code()))
                .collect(Collectors.joining());
        return "payments: %s%n%8d done%n%8d proposed to a second person%s"
                .formatted(payments, done, proposed, refusals);
    }
}
