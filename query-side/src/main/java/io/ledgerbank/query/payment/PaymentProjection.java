package io.ledgerbank.query.payment;

import io.ledgerbank.api.payment.PaymentCreated;
import io.ledgerbank.api.payment.PaymentEvent;
import io.ledgerbank.query.projection.Projection;
import io.ledgerbank.query.projection.Recorded;
import io.ledgerbank.query.projection.RowFold;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps what each payment orders and how far it has come. */
final class PaymentProjection implements Projection<PaymentEvent> {

    private final PaymentTable payments;

    PaymentProjection(JdbcClient jdbc) {
        this.payments = new PaymentTable(jdbc);
    }

    @Override
    public Class<PaymentEvent> events() {
        return PaymentEvent.class;
    }

    @Override
    public void write(List<Recorded<PaymentEvent>> batch) {
        List<UUID> ids = Recorded.distinct(batch, event -> event.paymentId().value());
        RowFold<Reached> progress = new RowFold<>(payments.find(ids));
        List<Recorded<PaymentCreated>> created = new ArrayList<>();
        for (Recorded<PaymentEvent> recorded : batch) {
            progress.find(recorded.event().paymentId().value())
                    .ifPresentOrElse(
                            known -> known.moveOn(recorded, progress), () -> created.add(firstOf(recorded, progress)));
        }
        payments.insert(created, progress.added());
        payments.update(progress.changed());
    }

    private static Recorded<PaymentCreated> firstOf(Recorded<PaymentEvent> recorded, RowFold<Reached> progress) {
        if (!(recorded.event() instanceof PaymentCreated created)) {
            throw new IllegalStateException("The event at " + recorded.position() + " is of payment "
                    + recorded.event().paymentId() + ", which was not created");
        }
        progress.put(created.paymentId().value(), Reached.whenCreated(created, recorded.position()));
        return recorded.as(created);
    }
}
