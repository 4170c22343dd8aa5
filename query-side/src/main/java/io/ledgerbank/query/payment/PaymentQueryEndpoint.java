package io.ledgerbank.query.payment;

import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.PaymentDetails;
import io.ledgerbank.api.payment.PaymentStatus;
import io.ledgerbank.api.payment.PaymentType;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.query.paging.Page;
import io.ledgerbank.query.paging.Paging;
import io.ledgerbank.query.projection.ProjectionName;
import io.ledgerbank.query.projection.Reads;
import java.time.Instant;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/payments")
@Reads(ProjectionName.PAYMENTS)
class PaymentQueryEndpoint {

    private final PaymentQueries payments;

    PaymentQueryEndpoint(PaymentQueries payments) {
        this.payments = payments;
    }

    @GetMapping
    Page<PaymentDetails> payments(
            @RequestParam Optional<AccountId> accountId,
            @RequestParam Optional<PaymentStatus> status,
            @RequestParam Optional<PaymentType> type,
            @RequestParam Optional<Instant> from,
            @RequestParam Optional<Instant> to,
            @RequestParam(defaultValue = Paging.DEFAULT_LIMIT) int limit,
            @RequestParam Optional<String> cursor,
            Caller caller) {
        return payments.payments(
                new PaymentFilter(accountId, status, type, from, to), new Paging(limit, cursor), caller);
    }

    @GetMapping("/stats")
    PaymentStats stats(Caller caller) {
        return payments.stats(caller);
    }

    @GetMapping("/{id}")
    PaymentDetails payment(@PathVariable PaymentId id, Caller caller) {
        return payments.payment(id, caller);
    }

    @GetMapping("/{id}/status")
    PaymentState state(@PathVariable PaymentId id, Caller caller) {
        return payments.state(id, caller);
    }
}
