package io.ledgerbank.command.payment;

import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.ReversePayment;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.command.request.RequestFields;
import java.util.Optional;

/**
 * What the bank's staff sends to take a payment back.
 *
 * @param amount all that is left of it, if absent
 */
record ReversalBody(Optional<Money> amount, Optional<String> reason) {

    ReversePayment command(PaymentId payment, Caller caller) {
        RequestFields fields = new RequestFields();
        fields.check("amount", amount, PositiveAmount::check);
        fields.check("reason", Optional.of(reason.orElse("")), RemittanceInformation::check);
        fields.rejectFaults();
        return new ReversePayment(payment, PaymentId.next(), amount, reason.orElseThrow(), caller);
    }
}
