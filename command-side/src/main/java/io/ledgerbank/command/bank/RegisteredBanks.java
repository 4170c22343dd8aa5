package io.ledgerbank.command.bank;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.ledgerbank.api.bank.BankEvent;
import io.ledgerbank.api.bank.BankRegister;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;

/** All banks that administrators added; they are few, and their codes are unique because they are together. */
class RegisteredBanks {

    @AggregateIdentifier
    private String stream = BankRegister.STREAM;

    private BankRegister register = BankRegister.EMPTY;

    RegisteredBanks() {}

    RegisteredBanks(BankEvent first) {
        apply(first);
    }

    void record(BankEvent event) {
        apply(event);
    }

    BankRegister register() {
        return register;
    }

    @EventSourcingHandler
    void on(BankEvent event) {
        stream = BankRegister.STREAM;
        register = register.after(event);
    }
}
