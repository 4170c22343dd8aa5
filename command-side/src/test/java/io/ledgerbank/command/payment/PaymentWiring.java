package io.ledgerbank.command.payment;

import io.ledgerbank.api.bank.Banks;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.PaymentProgress;
import io.ledgerbank.command.account.BankCalendar;
import io.ledgerbank.command.approval.ProposalKind;
import io.ledgerbank.command.claim.Claims;
import io.ledgerbank.command.lane.AggregateCache;
import io.ledgerbank.command.user.KnownUsers;
import java.time.Duration;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.modelling.command.Aggregate;

/** Wires payments as the service does, for tests that bring their own log, and looks into them. */
public interface PaymentWiring {

    PaymentConfiguration PRODUCTION = new PaymentConfiguration();

    static void addTo(
            Configurer configurer,
            BankCalendar calendar,
            Banks banks,
            Claims claims,
            KnownUsers users,
            AggregateCache cache) {
        PRODUCTION
                .paymentDecisions(
                        banks,
                        claims,
                        users,
                        calendar,
                        cache,
                        new PaymentConfiguration.PaymentProperties(Duration.ofMinutes(5), 1000))
                .configureModule(configurer);
    }

    static ProposalKind<?> reversing() {
        return PRODUCTION.reversalAfterApproval();
    }

    /** In a unit of work. */
    static PaymentProgress progress(Configuration axon, PaymentId id) {
        return load(axon, id).invoke(Payment::progress);
    }

    /** In a unit of work, of a payment that was made. */
    static Money notReversed(Configuration axon, PaymentId id) {
        return load(axon, id).invoke(Payment::notReversed);
    }

    private static Aggregate<Payment> load(Configuration axon, PaymentId id) {
        return axon.repository(Payment.class).load(id.toString());
    }
}
