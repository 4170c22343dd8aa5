package io.ledgerbank.command.operation;

import static io.ledgerbank.command.payment.Orders.fundsHeld;
import static io.ledgerbank.command.payment.Orders.paymentCreated;
import static io.ledgerbank.command.testing.People.ALICES;
import static io.ledgerbank.command.testing.People.aliceHasAnAccount;
import static io.ledgerbank.command.testing.People.deposited;
import static io.ledgerbank.command.testing.People.pounds;

import io.ledgerbank.command.payment.SpanningFixture;

/** Alice has 100.00, and 30.00 of it are held for a payment to Carla at another bank. */
final class OperationCase {

    static final String WHY = "The bank is back";
    static final String EVIDENCE = "Statement 12, line 3";

    private OperationCase() {}

    static SpanningFixture pending() {
        return new SpanningFixture()
                .given(aliceHasAnAccount(), deposited(ALICES, pounds("100.00")), paymentCreated(), fundsHeld());
    }
}
