package io.ledgerbank.command.model;

import io.ledgerbank.api.account.Iban;
import io.ledgerbank.api.payment.Creditor;
import io.ledgerbank.api.payment.PaymentOrder;
import java.util.Optional;

/** An order with what is ours of its two sides. */
record Routed(PaymentOrder order, Optional<ReferenceAccount> debtor, Optional<ReferenceAccount> creditor) {

    ReferenceAccount owned() {
        return debtor.or(() -> creditor).orElseThrow();
    }

    long amount() {
        return order.amount().minorUnits();
    }

    ReferenceAccount.Order given() {
        Optional<Iban> to = creditor.map(account -> account.iban)
                .or(() -> order.externalCreditor().map(Creditor::iban));
        return new ReferenceAccount.Order(to, amount(), order.remittanceInformation());
    }
}
