package io.ledgerbank.command.operation;

import io.ledgerbank.api.operation.OperationPreview;
import io.ledgerbank.api.operation.OperationPreview.BankCall;
import io.ledgerbank.api.operation.OperationPreview.Happening;
import io.ledgerbank.api.operation.OperationPreview.Line;
import io.ledgerbank.api.operation.PaymentStanding;
import io.ledgerbank.api.payment.PaymentProgress;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Tells what a plan would do. */
final class Previews {

    private Previews() {}

    static OperationPreview of(Situation situation, Plan plan, boolean takesTwo) {
        PaymentProgress after = plan.after(situation.progress());
        return new OperationPreview(
                PaymentStanding.of(situation.id(), situation.progress()),
                PaymentStanding.of(situation.id(), after),
                takesTwo,
                happenings(situation, plan),
                plan.entries(situation).stream().map(Line::of).toList(),
                bankCalls(situation, after));
    }

    private static List<Happening> happenings(Situation situation, Plan plan) {
        Stream<Happening> ofAccount = plan.funds().stream()
                .map(move -> new Happening(situation.debtor().id().toString(), move.event()));
        Stream<Happening> ofPayment = plan.events().stream()
                .map(event -> new Happening(
                        situation.id().toString(), event.getClass().getSimpleName()));
        return Stream.concat(ofAccount, ofPayment).toList();
    }

    /** The one that is next; what follows is for the bank to say. */
    private static List<BankCall> bankCalls(Situation situation, PaymentProgress after) {
        if (after.isPaused()) {
            return List.of();
        }
        return switch (after.step()) {
            case SUBMIT -> List.of(call(BankCall.Kind.SUBMIT, situation, after.attempts() + 1, after.due()));
            case INQUIRE, AWAIT_ANSWER ->
                List.of(call(BankCall.Kind.INQUIRE, situation, after.attempts(), after.due()));
            case AWAIT_DAY, PARKED, DISPUTED, DONE -> List.of();
        };
    }

    private static BankCall call(BankCall.Kind kind, Situation situation, int attempt, Instant due) {
        Instant now = situation.now().time();
        return new BankCall(kind, situation.creditor().bankCode(), attempt, due.isBefore(now) ? now : due);
    }
}
