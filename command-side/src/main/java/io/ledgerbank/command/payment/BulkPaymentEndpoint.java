package io.ledgerbank.command.payment;

import io.ledgerbank.api.user.Caller;
import io.ledgerbank.command.idempotency.IdempotencyKey;
import io.ledgerbank.command.idempotency.RepeatableRequest;
import io.ledgerbank.command.idempotency.ReplayedHeader;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Takes orders to move money many at a time. */
@RestController
class BulkPaymentEndpoint {

    private final BulkPayments payments;

    BulkPaymentEndpoint(BulkPayments payments) {
        this.payments = payments;
    }

    @PostMapping("/api/payments/bulk")
    BulkResult create(
            @RequestHeader("Idempotency-Key") Optional<String> key,
            @RequestBody BulkBody body,
            Caller caller,
            HttpServletResponse response) {
        IdempotencyKey idempotencyKey = IdempotencyKey.required(key);
        BulkBody complete = body.complete();
        RepeatableRequest request = RepeatableRequest.of(caller, idempotencyKey, "POST /api/payments/bulk", complete);
        Runnable whenReplayed = ReplayedHeader.on(response);
        return complete.isAtomic()
                ? payments.together(request, complete.orders(), caller, whenReplayed)
                : payments.each(request, complete.all(), caller, whenReplayed);
    }
}
