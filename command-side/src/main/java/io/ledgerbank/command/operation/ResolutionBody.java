package io.ledgerbank.command.operation;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.operation.ResolvePayment;
import io.ledgerbank.api.payment.Execution;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.command.request.Explanation;
import io.ledgerbank.command.request.RequestFields;
import java.util.Optional;

/**
 * What an operator sends who knows what a bank did.
 *
 * @param version the place of the payment's last event, as a preview told it
 */
record ResolutionBody(
        Optional<String> outcome, Optional<String> evidence, Optional<String> reason, Optional<Long> version) {

    ResolvePayment command(PaymentId payment, Caller caller) {
        RequestFields fields = new RequestFields();
        Optional<Execution> known =
                fields.read("outcome", fields.required("outcome", outcome), Execution.class, Reason.INVALID_OUTCOME);
        fields.check("evidence", fields.required("evidence", evidence), OperatorRules::checkEvidence);
        fields.check("reason", fields.required("reason", reason), Explanation::check);
        fields.rejectFaults();
        return new ResolvePayment(
                payment, known.orElseThrow(), evidence.orElseThrow(), reason.orElseThrow(), version, caller);
    }
}
