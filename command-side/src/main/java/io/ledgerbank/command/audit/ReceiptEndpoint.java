package io.ledgerbank.command.audit;

import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.user.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Hands out receipts of payments. */
@RestController
class ReceiptEndpoint {

    private final Receipts receipts;

    ReceiptEndpoint(Receipts receipts) {
        this.receipts = receipts;
    }

    @GetMapping("/api/audit/payments/{id}/receipt")
    Receipt receipt(@PathVariable PaymentId id, Caller caller) {
        return receipts.of(id, caller);
    }
}
