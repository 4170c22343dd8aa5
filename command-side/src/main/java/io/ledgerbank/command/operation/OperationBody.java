package io.ledgerbank.command.operation;

import io.ledgerbank.command.request.Explanation;
import io.ledgerbank.command.request.RequestFields;
import java.util.Optional;

/**
 * What an operator sends.
 *
 * @param version the place of the payment's last event, as a preview told it
 */
record OperationBody(Optional<String> reason, Optional<Long> version) {

    String given() {
        RequestFields fields = new RequestFields();
        fields.check("reason", fields.required("reason", reason), Explanation::check);
        fields.rejectFaults();
        return reason.orElseThrow();
    }
}
