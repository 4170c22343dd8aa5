package io.ledgerbank.query.standingorder;

import io.ledgerbank.api.standingorder.StandingOrderEvent;
import io.ledgerbank.api.standingorder.StandingOrderPlaced;
import io.ledgerbank.api.standingorder.StandingOrderRan;
import io.ledgerbank.query.projection.Projection;
import io.ledgerbank.query.projection.Recorded;
import io.ledgerbank.query.projection.RowFold;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps what recurs, how far it has come, and every run. */
final class StandingOrderProjection implements Projection<StandingOrderEvent> {

    private final StandingOrderTable orders;
    private final RunTable runs;

    StandingOrderProjection(JdbcClient jdbc) {
        this.orders = new StandingOrderTable(jdbc);
        this.runs = new RunTable(jdbc);
    }

    @Override
    public Class<StandingOrderEvent> events() {
        return StandingOrderEvent.class;
    }

    @Override
    public void write(List<Recorded<StandingOrderEvent>> batch) {
        List<UUID> ids =
                Recorded.distinct(batch, event -> event.standingOrderId().value());
        RowFold<Reached> reached = new RowFold<>(orders.find(ids));
        List<Recorded<StandingOrderPlaced>> placed = new ArrayList<>();
        List<Recorded<StandingOrderRan>> ran = new ArrayList<>();
        for (Recorded<StandingOrderEvent> recorded : batch) {
            Optional<Reached> known =
                    reached.find(recorded.event().standingOrderId().value());
            if (known.isEmpty()) {
                placed.add(firstOf(recorded, reached));
            } else if (known.get().moveOn(recorded, reached) && recorded.event() instanceof StandingOrderRan run) {
                ran.add(recorded.as(run));
            }
        }
        orders.insert(placed, reached.added());
        orders.update(reached.changed());
        runs.insert(ran);
    }

    private static Recorded<StandingOrderPlaced> firstOf(
            Recorded<StandingOrderEvent> recorded, RowFold<Reached> reached) {
        if (!(recorded.event() instanceof StandingOrderPlaced placed)) {
            throw new IllegalStateException("The event at " + recorded.position() + " is of standing order "
                    + recorded.event().standingOrderId() + ", which was not placed");
        }
        reached.put(placed.standingOrderId().value(), Reached.whenPlaced(placed, recorded.position()));
        return recorded.as(placed);
    }
}
