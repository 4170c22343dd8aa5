package io.ledgerbank.query.payment;

import io.ledgerbank.api.payment.AttemptFailed;
import io.ledgerbank.api.payment.AttemptStarted;
import io.ledgerbank.api.payment.ExecutionDeferred;
import io.ledgerbank.api.payment.OperatorAct;
import io.ledgerbank.api.payment.OutcomeContradicted;
import io.ledgerbank.api.payment.OutcomeUnknown;
import io.ledgerbank.api.payment.PaymentCancelled;
import io.ledgerbank.api.payment.PaymentCompleted;
import io.ledgerbank.api.payment.PaymentCreated;
import io.ledgerbank.api.payment.PaymentEvent;
import io.ledgerbank.api.payment.PaymentFailed;
import io.ledgerbank.api.payment.PaymentParked;
import io.ledgerbank.api.payment.PaymentReturned;
import io.ledgerbank.api.payment.PaymentReversed;
import io.ledgerbank.api.payment.PaymentScheduled;
import io.ledgerbank.api.payment.PaymentSettled;
import io.ledgerbank.api.payment.SettlementConfirmed;
import io.ledgerbank.api.payment.StatementHeard;
import io.ledgerbank.query.projection.Projection;
import io.ledgerbank.query.projection.Recorded;
import io.ledgerbank.query.projection.RowFold;
import io.ledgerbank.query.projection.Tables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Keeps where the saga of each external payment stands; other payments have none. */
final class SagaProjection implements Projection<PaymentEvent> {

    private final SagaTable sagas;

    SagaProjection(Tables tables) {
        this.sagas = new SagaTable(tables);
    }

    @Override
    public Class<PaymentEvent> events() {
        return PaymentEvent.class;
    }

    /** What moves money within our books does so at once: it is created and completed, and nothing else happens to it. */
    @Override
    public boolean concerns(PaymentEvent event) {
        return switch (event) {
            case PaymentCreated created -> created.order().externalCreditor().isPresent();
            case PaymentScheduled forLater -> false;
            case ExecutionDeferred forLater -> false;
            case PaymentCompleted withinOurBooks -> false;
            case PaymentReversed withinOurBooks -> false;
            case PaymentCancelled cancelled -> true;
            case PaymentReturned returned -> true;
            case AttemptStarted started -> true;
            case AttemptFailed failed -> true;
            case OutcomeUnknown unknown -> true;
            case PaymentParked parked -> true;
            case PaymentSettled settled -> true;
            case PaymentFailed failed -> true;
            case OutcomeContradicted contradicted -> true;
            case StatementHeard heard -> true;
            case SettlementConfirmed confirmed -> true;
            case OperatorAct act -> true;
        };
    }

    @Override
    public void write(List<Recorded<PaymentEvent>> batch) {
        List<UUID> ids = Recorded.distinct(batch, event -> event.paymentId().value());
        RowFold<Reached> progress = new RowFold<>(sagas.find(ids));
        List<Recorded<PaymentCreated>> started = new ArrayList<>();
        for (Recorded<PaymentEvent> recorded : batch) {
            progress.find(recorded.event().paymentId().value())
                    .ifPresentOrElse(
                            known -> known.moveOn(recorded, progress), () -> start(recorded, progress, started));
        }
        Map<Long, Instant> times = batch.stream().collect(Collectors.toMap(Recorded::position, Recorded::recordedAt));
        sagas.insert(started, progress.added(), times);
        sagas.update(progress.changed(), times);
    }

    private static void start(
            Recorded<PaymentEvent> recorded, RowFold<Reached> progress, List<Recorded<PaymentCreated>> started) {
        if (recorded.event() instanceof PaymentCreated created
                && created.order().externalCreditor().isPresent()) {
            progress.put(created.paymentId().value(), Reached.whenBegun(created, recorded.position()));
            started.add(recorded.as(created));
        }
    }
}
