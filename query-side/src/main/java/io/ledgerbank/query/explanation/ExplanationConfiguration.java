package io.ledgerbank.query.explanation;

import io.ledgerbank.query.account.AccountQueries;
import io.ledgerbank.query.account.BalancesByPosition;
import io.ledgerbank.query.payment.PaymentCauses;
import jakarta.persistence.EntityManager;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the explanations of balances. */
@Configuration(proxyBeanMethods = false)
class ExplanationConfiguration {

    @Bean
    Explanations explanations(
            AccountQueries accounts,
            BalancesByPosition balances,
            PaymentCauses causes,
            EventStore log,
            EntityManager entities) {
        return new Explanations(accounts, balances, causes, log, entities);
    }
}
