package io.ledgerbank.query.standingorder;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.StandingOrderId;
import io.ledgerbank.api.standingorder.StandingOrderDetails;
import io.ledgerbank.api.standingorder.StandingOrderStatus;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.query.paging.Listing;
import io.ledgerbank.query.paging.Page;
import io.ledgerbank.query.paging.Paging;
import io.ledgerbank.query.paging.SortColumn;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Answers what recurs, to whoever ordered it; to anybody else it does not exist. Thread-safe. */
public class StandingOrderQueries {

    private final StandingOrderRows orders;
    private final MadePayments payments;
    private final EntityManager entities;

    StandingOrderQueries(StandingOrderRows orders, MadePayments payments, EntityManager entities) {
        this.orders = orders;
        this.payments = payments;
        this.entities = entities;
    }

    /** The caller's own. */
    public Page<StandingOrderDetails> orders(Optional<StandingOrderStatus> status, Paging paging, Caller caller) {
        return Listing.of(StandingOrderRow.class, "readmodel.standing_order", SortColumn.time("placed_at"))
                .where("owner_id = :owner", "owner", caller.userId().value())
                .whereGiven("status = :status", "status", status.map(Enum::name))
                .page(entities, paging)
                .map(StandingOrderRow::details);
    }

    /** @throws RejectedException {@code standing_order_not_found} */
    public StandingOrderDetails order(StandingOrderId id, Caller caller) {
        return visible(id, caller).details();
    }

    /** @throws RejectedException {@code standing_order_not_found} */
    public Page<RunDetails> runs(StandingOrderId id, Paging paging, Caller caller) {
        visible(id, caller);
        Page<RunRow> runs = Listing.ofLog(RunRow.class, "readmodel.standing_order_run")
                .where("standing_order_id = :standingOrder", "standingOrder", id.value())
                .page(entities, paging);
        List<UUID> ids =
                runs.items().stream().flatMap(run -> run.payment().stream()).toList();
        Map<UUID, MadePayment> made = payments.find(ids);
        return runs.map(run -> run.details(run.payment()
                .map(payment -> made.getOrDefault(payment, MadePayment.NOT_SEEN_YET))
                .orElse(MadePayment.NONE)));
    }

    private StandingOrderRow visible(StandingOrderId id, Caller caller) {
        return orders.findById(id.value())
                .filter(order -> caller.owns(order.owner()))
                .orElseThrow(() -> new RejectedException(
                        Reason.STANDING_ORDER_NOT_FOUND, "There is no standing order " + id + " for this caller"));
    }
}
