package io.ledgerbank.command.payment;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.command.claim.ClaimKind;
import io.ledgerbank.command.claim.Claims;
import java.util.Optional;

/** Keeps end-to-end ids unique per debtor account, for good: neither failing nor being called off sets one free. */
final class References {

    private final Claims claims;

    References(Claims claims) {
        this.claims = claims;
    }

    /** @throws RejectedException {@code duplicate_end_to_end_id} when another payment has it */
    void claim(PaymentId payment, PaymentOrder order) {
        keyOf(order)
                .ifPresent(key ->
                        claims.claimOrReject(ClaimKind.END_TO_END_ID, key, payment, Reason.DUPLICATE_END_TO_END_ID));
    }

    /** @throws RejectedException {@code duplicate_end_to_end_id} when a payment has it */
    void requireFree(PaymentOrder order) {
        if (keyOf(order)
                .flatMap(key -> claims.holderOf(ClaimKind.END_TO_END_ID, key))
                .isPresent()) {
            throw new RejectedException(Reason.DUPLICATE_END_TO_END_ID, Reason.DUPLICATE_END_TO_END_ID.description());
        }
    }

    private static Optional<String> keyOf(PaymentOrder order) {
        Optional<AccountId> debtor = order.debtor();
        return debtor.isEmpty() ? Optional.empty() : order.endToEndId().map(id -> debtor.get() + "/" + id);
    }
}
