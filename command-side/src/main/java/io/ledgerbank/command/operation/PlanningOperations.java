package io.ledgerbank.command.operation;

import io.ledgerbank.api.error.ErrorCatalog;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.operation.CompensatePayment;
import io.ledgerbank.api.operation.NotePayment;
import io.ledgerbank.api.operation.Operation;
import io.ledgerbank.api.operation.PausePayment;
import io.ledgerbank.api.operation.ResolvePayment;
import io.ledgerbank.api.operation.ResumePayment;
import io.ledgerbank.api.operation.RetryPayment;
import io.ledgerbank.api.payment.CompensationOrdered;
import io.ledgerbank.api.payment.PaymentCancelled;
import io.ledgerbank.api.payment.PaymentFailed;
import io.ledgerbank.api.payment.PaymentNoted;
import io.ledgerbank.api.payment.PaymentPaused;
import io.ledgerbank.api.payment.PaymentProgress;
import io.ledgerbank.api.payment.PaymentResumed;
import io.ledgerbank.api.payment.PaymentStatus;
import io.ledgerbank.api.payment.RetryOrdered;
import java.time.Instant;
import java.util.Optional;

/** What each operation does where a payment stands, or why it cannot be done there. Pure. */
final class PlanningOperations {

    private PlanningOperations() {}

    /** @throws RejectedException when the operation is impossible there */
    static Plan plan(Operation operation, Situation situation) {
        return switch (operation) {
            case RetryPayment retry -> retry(retry, situation);
            case CompensatePayment compensate -> compensate(compensate, situation);
            case PausePayment pause -> pause(pause, situation);
            case ResumePayment resume -> resume(resume, situation);
            case NotePayment note ->
                Plan.of(new PaymentNoted(note.paymentId(), note.caller().userId(), note.reason(), time(situation)));
            case ResolvePayment resolve -> PlanningResolutions.plan(resolve, situation, Optional.empty());
        };
    }

    private static Plan retry(RetryPayment command, Situation situation) {
        PaymentProgress progress = situation.progress();
        requireGoingOn(progress);
        if (progress.isPaused()) {
            throw new RejectedException(Reason.PAYMENT_PAUSED, Reason.PAYMENT_PAUSED.description());
        }
        return switch (progress.step()) {
            case SUBMIT -> Plan.of(ordered(command, situation, progress.attempts() + 1, 0));
            case INQUIRE -> Plan.of(ordered(command, situation, progress.attempts(), progress.inquiries()));
            case PARKED ->
                progress.certainlyNotExecuted()
                        ? Plan.of(ordered(command, situation, progress.attempts() + 1, 0))
                        : Plan.of(ordered(command, situation, progress.attempts(), 1));
            case AWAIT_DAY, AWAIT_ANSWER, DISPUTED, DONE ->
                throw new RejectedException(Reason.NOTHING_TO_RETRY, Reason.NOTHING_TO_RETRY.description());
        };
    }

    private static RetryOrdered ordered(RetryPayment command, Situation situation, int attempt, int inquiry) {
        return new RetryOrdered(
                command.paymentId(),
                command.caller().userId(),
                command.reason(),
                attempt,
                inquiry,
                time(situation),
                ErrorCatalog.version());
    }

    /** Only what was never sent, or is certain not to have been executed, is given up. */
    private static Plan compensate(CompensatePayment command, Situation situation) {
        PaymentProgress progress = situation.progress();
        requireGoingOn(progress);
        if (!progress.certainlyNotExecuted()) {
            throw new RejectedException(Reason.OUTCOME_UNKNOWN, Reason.OUTCOME_UNKNOWN.description());
        }
        Instant now = time(situation);
        CompensationOrdered ordered =
                new CompensationOrdered(command.paymentId(), command.caller().userId(), command.reason(), now);
        Plan plan = progress.status() == PaymentStatus.PENDING
                ? Plan.of(ordered, new PaymentCancelled(command.paymentId(), now))
                : Plan.of(
                        ordered,
                        new PaymentFailed(
                                command.paymentId(), progress.lastReason().orElseThrow(), now, ErrorCatalog.version()));
        return plan.with(new FundsMove.Release(command.paymentId()));
    }

    private static Plan pause(PausePayment command, Situation situation) {
        requireGoingOn(situation.progress());
        if (situation.progress().isPaused()) {
            throw new RejectedException(Reason.ALREADY_PROCESSED, "The payment is paused already");
        }
        return Plan.of(
                new PaymentPaused(command.paymentId(), command.caller().userId(), command.reason(), time(situation)));
    }

    private static Plan resume(ResumePayment command, Situation situation) {
        requireGoingOn(situation.progress());
        if (!situation.progress().isPaused()) {
            throw new RejectedException(Reason.ALREADY_PROCESSED, "The payment is not paused");
        }
        return Plan.of(
                new PaymentResumed(command.paymentId(), command.caller().userId(), command.reason(), time(situation)));
    }

    private static void requireGoingOn(PaymentProgress progress) {
        if (progress.status().isFinal()) {
            throw new RejectedException(
                    Reason.ALREADY_PROCESSED, "The payment has ended as " + progress.status() + " already");
        }
    }

    private static Instant time(Situation situation) {
        return situation.now().time();
    }
}
