package io.ledgerbank.command.model;

import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.PaymentOrder;
import java.util.Optional;

/** What orders become: a payment to one of ours a transfer, and anything its own opposite when it is taken back. */
final class ReferenceOrders {

    private ReferenceOrders() {}

    static PaymentOrder toOurOwn(PaymentOrder.External order, AccountId creditor) {
        return new PaymentOrder.Transfer(
                order.debtorAccountId(),
                creditor,
                order.amount(),
                order.remittanceInformation(),
                order.endToEndId(),
                order.priority(),
                order.executionDate(),
                Optional.empty());
    }

    static PaymentOrder reversed(PaymentOrder order, Money amount, String reason) {
        return switch (order) {
            case PaymentOrder.External external -> throw new IllegalStateException("A bank has the money");
            case PaymentOrder.Deposit deposit ->
                new PaymentOrder.Withdrawal(
                        deposit.creditorAccountId(), amount, reason, Optional.empty(), deposit.priority());
            case PaymentOrder.Withdrawal withdrawal ->
                new PaymentOrder.Deposit(
                        withdrawal.debtorAccountId(), amount, reason, Optional.empty(), withdrawal.priority());
            case PaymentOrder.Transfer transfer ->
                new PaymentOrder.Transfer(
                        transfer.creditorAccountId(),
                        transfer.debtorAccountId(),
                        amount,
                        reason,
                        Optional.empty(),
                        transfer.priority());
        };
    }
}
