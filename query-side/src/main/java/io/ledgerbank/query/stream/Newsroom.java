package io.ledgerbank.query.stream;

import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.query.board.LagQueries;
import io.ledgerbank.query.payment.PaymentQueries;
import io.ledgerbank.query.payment.SagaQueries;
import java.util.List;

/** Writes the news: looks up what has changed. Thread-safe. */
final class Newsroom {

    private final SagaQueries sagas;
    private final PaymentQueries payments;
    private final LagQueries lags;

    Newsroom(SagaQueries sagas, PaymentQueries payments, LagQueries lags) {
        this.sagas = sagas;
        this.payments = payments;
        this.lags = lags;
    }

    News about(Changes changes, Caller caller) {
        List<PaymentId> changed = changes.payments();
        return new News(
                changes.position(),
                sagas.sagas(changed, caller),
                payments.payments(changed, caller),
                lags.lags(caller));
    }
}
