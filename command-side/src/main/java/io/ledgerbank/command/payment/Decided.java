package io.ledgerbank.command.payment;

import io.ledgerbank.api.payment.PaymentOrder;

/** What was decided on, and may be carried out in the same unit of work: the order as routed, and what it touches. */
record Decided(PaymentOrder order, PaymentFacts facts, Parties parties) {}
