package io.ledgerbank.query.standingorder;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.standingorder.StandingOrderRan;
import io.ledgerbank.query.projection.ManyRows;
import io.ledgerbank.query.projection.Recorded;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes runs many at a time. */
final class RunTable {

    private static final ManyRows<Recorded<StandingOrderRan>> RAN = ManyRows.<Recorded<StandingOrderRan>>of()
            .column("position", "bigint", Recorded::position)
            .column("standing_order_id", "uuid", row -> row.event()
                    .standingOrderId()
                    .value())
            .column("number", "integer", row -> row.event().run().number())
            .column("date", "date", row -> row.event().run().date())
            .column(
                    "payment_id",
                    "uuid",
                    row -> row.event().paymentId().map(PaymentId::value).orElse(null))
            .column(
                    "refusal",
                    "text",
                    row -> row.event().refusal().map(Reason::code).orElse(null))
            .column("ran_at", "timestamptz", row -> row.event().ranAt());

    private static final String INSERT = RAN.insertInto("readmodel.standing_order_run");

    private final JdbcClient jdbc;

    RunTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(List<Recorded<StandingOrderRan>> runs) {
        RAN.write(jdbc, INSERT, runs);
    }
}
