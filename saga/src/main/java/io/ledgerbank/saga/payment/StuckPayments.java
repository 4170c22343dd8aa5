package io.ledgerbank.saga.payment;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.error.Rejection;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.FailedWork;
import io.ledgerbank.api.payment.PaymentProgress;
import io.ledgerbank.saga.work.DeadLetter;
import io.ledgerbank.saga.work.DeadLetters;
import io.ledgerbank.saga.work.StillNeeded;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Payments that wait for work which has failed for good: nothing else will ever take their next step. Thread-safe. */
final class StuckPayments implements FailedWork, StillNeeded {

    private static final int MOST = 1000;

    private final DeadLetters letters;
    private final ExternalPayments payments;
    private final List<String> sources;

    /** @param sources the queues and followers whose dead letters are about payments */
    StuckPayments(DeadLetters letters, ExternalPayments payments, List<String> sources) {
        this.letters = letters;
        this.payments = payments;
        this.sources = List.copyOf(sources);
    }

    @Override
    public Map<PaymentId, Letter> open() {
        Map<PaymentId, Letter> open = new LinkedHashMap<>();
        for (DeadLetter letter : letters.waiting(sources, MOST)) {
            waiting(letter).ifPresent(payment -> open.putIfAbsent(payment, new Letter(letter.id(), letter.reason())));
        }
        return open;
    }

    @Override
    public Optional<Rejection> refusalOf(DeadLetter letter) {
        return sources.contains(letter.source())
                ? waiting(letter).map(payment -> Rejection.of(Reason.STILL_NEEDED, Reason.STILL_NEEDED.description()))
                : Optional.empty();
    }

    private Optional<PaymentId> waiting(DeadLetter letter) {
        return named(letter.subject()).filter(payment -> payments.lifeOf(payment)
                .filter(life -> waitsFor(letter, life.progress()))
                .isPresent());
    }

    /** Some letters are about what could not even be read. */
    private static Optional<PaymentId> named(String subject) {
        try {
            return Optional.of(PaymentId.parse(subject));
        } catch (RejectedException unreadable) {
            return Optional.empty();
        }
    }

    /** What a payment has outgrown, or what a person deals with anyway, is not waited for. */
    private static boolean waitsFor(DeadLetter letter, PaymentProgress progress) {
        boolean goesOn = !progress.status().isFinal() && !progress.needsPerson();
        return goesOn
                && switch (letter.kind()) {
                    case WORK -> letter.sequence() == progress.sequence();
                    case EVENT -> letter.sequence() <= progress.sequence();
                };
    }
}
