package io.ledgerbank.query.account;

import io.ledgerbank.api.account.MoneyEvent;
import java.util.UUID;

/** A line of a customer's account and what it left there, in minor units. */
record CustomerLine(LedgerLine line, UUID account, long balanceAfter) {

    UUID id() {
        return UUID.fromString(line.recorded().eventId());
    }

    MoneyEvent event() {
        return (MoneyEvent) line.event();
    }
}
