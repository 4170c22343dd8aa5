package io.ledgerbank.command.operation;

import io.ledgerbank.command.account.BankCalendar;
import io.ledgerbank.command.approval.ProposalKind;
import org.axonframework.config.Configurer;

/** Wires what operators may do as the service does, for tests that bring their own log. */
public interface OperationWiring {

    OperationConfiguration PRODUCTION = new OperationConfiguration();

    static void addTo(Configurer configurer, BankCalendar calendar) {
        PRODUCTION
                .paymentOperations(calendar, new OperationConfiguration.OperationProperties(1000))
                .configureModule(configurer);
    }

    static ProposalKind<?> resolving() {
        return PRODUCTION.resolutionAfterApproval();
    }
}
