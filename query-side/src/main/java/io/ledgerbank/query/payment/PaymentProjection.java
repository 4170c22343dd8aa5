package io.ledgerbank.query.payment;

import io.ledgerbank.api.payment.PaymentCreated;
import io.ledgerbank.api.payment.PaymentEvent;
import io.ledgerbank.api.payment.PaymentLife;
import io.ledgerbank.api.payment.PaymentTerms;
import io.ledgerbank.query.projection.Projection;
import io.ledgerbank.query.projection.Recorded;
import io.ledgerbank.query.projection.RememberedRows;
import io.ledgerbank.query.projection.RowFold;
import io.ledgerbank.query.projection.Tables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Keeps what each payment orders and how far it has come. */
final class PaymentProjection implements Projection<PaymentEvent> {

    private static final int MOST_REMEMBERED = 10_000;

    private final PaymentTable payments;
    private final RememberedRows<Reached> remembered = new RememberedRows<>(MOST_REMEMBERED);

    PaymentProjection(Tables tables) {
        this.payments = new PaymentTable(tables);
    }

    @Override
    public Class<PaymentEvent> events() {
        return PaymentEvent.class;
    }

    @Override
    public void write(List<Recorded<PaymentEvent>> batch) {
        List<UUID> ids = Recorded.distinct(batch, event -> event.paymentId().value());
        RowFold<Reached> progress = new RowFold<>(remembered.find(ids, payments::find));
        Map<UUID, Recorded<PaymentTerms>> begun = new LinkedHashMap<>();
        List<PaymentTerms> routed = new ArrayList<>();
        for (Recorded<PaymentEvent> recorded : batch) {
            UUID id = recorded.event().paymentId().value();
            Optional<Reached> known = progress.find(id);
            if (known.isEmpty()) {
                begun.put(id, begin(recorded, progress));
                continue;
            }
            known.get().moveOn(recorded, progress);
            if (recorded.event() instanceof PaymentCreated created) {
                route(created, begun, routed);
            }
        }
        payments.insert(List.copyOf(begun.values()), progress.added());
        payments.route(routed);
        payments.update(progress.changed());
        remembered.remember(progress.added());
        remembered.remember(progress.changed());
    }

    @Override
    public void forget() {
        remembered.forget();
    }

    /** Only when a scheduled payment is made is it known whether it leaves our own books. */
    private static void route(
            PaymentCreated created, Map<UUID, Recorded<PaymentTerms>> begun, List<PaymentTerms> routed) {
        Recorded<PaymentTerms> begin = begun.get(created.paymentId().value());
        if (begin == null) {
            routed.add(PaymentTerms.of(created));
        } else {
            begun.put(created.paymentId().value(), begin.of(begin.event().after(created)));
        }
    }

    private static Recorded<PaymentTerms> begin(Recorded<PaymentEvent> first, RowFold<Reached> progress) {
        PaymentLife life = PaymentLife.startingWith(first.event());
        progress.put(life.terms().id().value(), new Reached(life.progress(), first.position()));
        return first.of(life.terms());
    }
}
