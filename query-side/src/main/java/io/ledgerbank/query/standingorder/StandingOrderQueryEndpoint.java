package io.ledgerbank.query.standingorder;

import io.ledgerbank.api.id.StandingOrderId;
import io.ledgerbank.api.standingorder.StandingOrderDetails;
import io.ledgerbank.api.standingorder.StandingOrderStatus;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.query.paging.Page;
import io.ledgerbank.query.paging.Paging;
import io.ledgerbank.query.projection.ProjectionName;
import io.ledgerbank.query.projection.Reads;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/standing-orders")
@Reads({ProjectionName.STANDING_ORDERS, ProjectionName.PAYMENTS})
class StandingOrderQueryEndpoint {

    private final StandingOrderQueries orders;

    StandingOrderQueryEndpoint(StandingOrderQueries orders) {
        this.orders = orders;
    }

    @GetMapping
    Page<StandingOrderDetails> orders(
            @RequestParam Optional<StandingOrderStatus> status,
            @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit,
            @RequestParam Optional<String> cursor,
            Caller caller) {
        return orders.orders(status, new Paging(limit, cursor), caller);
    }

    @GetMapping("/{id}")
    StandingOrderDetails order(@PathVariable StandingOrderId id, Caller caller) {
        return orders.order(id, caller);
    }

    @GetMapping("/{id}/runs")
    Page<RunDetails> runs(
            @PathVariable StandingOrderId id,
            @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit,
            @RequestParam Optional<String> cursor,
            Caller caller) {
        return orders.runs(id, new Paging(limit, cursor), caller);
    }
}
