package io.ledgerbank.command.operation;

import io.ledgerbank.api.operation.PaymentStanding;
import io.ledgerbank.api.payment.PaymentEvent;
import io.ledgerbank.command.account.Account;
import io.ledgerbank.command.payment.Payment;
import org.axonframework.modelling.command.Aggregate;

/** A payment to another bank and its debtor's account, loaded for an operation. */
record OperatedPayment(Aggregate<Payment> payment, Aggregate<Account> debtor, Situation situation) {

    PaymentStanding happens(Plan plan) {
        plan.funds().ifPresent(move -> debtor.execute(move::happenTo));
        payment.execute(operated -> {
            for (PaymentEvent event : plan.events()) {
                operated.record(event);
            }
        });
        return PaymentStanding.of(situation.id(), payment.invoke(Payment::progress));
    }
}
