package io.ledgerbank.command.payment;

import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.PaymentOrder;
import java.util.Optional;

/** What takes a payment back: an order the other way, whoever ordered it. */
final class ReversalOrder {

    private ReversalOrder() {}

    /** @throws IllegalStateException if the money went to a bank */
    static PaymentOrder of(PaymentOrder original, Money amount, String reason) {
        return switch (original) {
            case PaymentOrder.Transfer it ->
                new PaymentOrder.Transfer(
                        it.creditorAccountId(), it.debtorAccountId(), amount, reason, Optional.empty(), it.priority());
            case PaymentOrder.External it -> throw new IllegalStateException("A bank has the money");
            case PaymentOrder.Deposit it ->
                new PaymentOrder.Withdrawal(it.creditorAccountId(), amount, reason, Optional.empty(), it.priority());
            case PaymentOrder.Withdrawal it ->
                new PaymentOrder.Deposit(it.debtorAccountId(), amount, reason, Optional.empty(), it.priority());
        };
    }
}
