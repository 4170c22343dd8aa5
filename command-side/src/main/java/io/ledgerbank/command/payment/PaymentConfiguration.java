package io.ledgerbank.command.payment;

import io.ledgerbank.api.approval.Proposal;
import io.ledgerbank.api.bank.Banks;
import io.ledgerbank.api.payment.CancelPayment;
import io.ledgerbank.api.payment.CreatePayment;
import io.ledgerbank.api.payment.CreatePayments;
import io.ledgerbank.api.payment.ExecuteScheduled;
import io.ledgerbank.api.payment.RecordOutcome;
import io.ledgerbank.api.payment.ReversePayment;
import io.ledgerbank.api.payment.StartAttempt;
import io.ledgerbank.command.account.Account;
import io.ledgerbank.command.account.BankCalendar;
import io.ledgerbank.command.account.RecentOrders;
import io.ledgerbank.command.approval.Approvals;
import io.ledgerbank.command.approval.ProposalKind;
import io.ledgerbank.command.eventlog.AggregateCache;
import io.ledgerbank.command.eventlog.Claims;
import io.ledgerbank.command.eventlog.TouchedStreams;
import io.ledgerbank.command.idempotency.Idempotency;
import java.time.Duration;
import java.util.stream.Stream;
import org.axonframework.common.lock.NullLockFactory;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what decides about payments. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PaymentConfiguration.PaymentProperties.class)
class PaymentConfiguration {

    /**
     * @param duplicateWindow how long ago the same order makes another its duplicate
     * @param reversalThreshold up to how many whole units one person alone takes a payment back
     */
    @ConfigurationProperties("ledgerbank.payments")
    record PaymentProperties(
            @DefaultValue("5m") Duration duplicateWindow,
            @DefaultValue("1000") long reversalThreshold) {

        PaymentProperties {
            if (duplicateWindow.isNegative() || duplicateWindow.compareTo(RecentOrders.LONGEST) > 0) {
                throw new IllegalArgumentException("The duplicate window is from 0 to %s, not %s"
                        .formatted(RecentOrders.LONGEST, duplicateWindow));
            }
        }
    }

    @Bean
    ConfigurerModule paymentDecisions(
            Banks banks,
            Claims claims,
            BankCalendar calendar,
            AggregateCache aggregates,
            PaymentProperties properties) {
        return configurer -> configurer
                .configureAggregate(AggregateConfigurer.defaultConfiguration(Payment.class)
                        .configureLockFactory(axon -> NullLockFactory.INSTANCE)
                        .configureCache(axon -> aggregates.passing()))
                .registerCommandHandler(axon -> creating(axon, banks, claims, calendar, properties))
                .registerCommandHandler(axon -> scheduling(axon, banks, claims, calendar, properties))
                .registerCommandHandler(axon -> executing(axon, banks, claims, calendar, properties))
                .registerComponent(
                        FuturePayments.class,
                        axon -> new FuturePayments(
                                deciding(axon, banks, claims, properties),
                                scheduling(axon, banks, claims, calendar, properties),
                                executing(axon, banks, claims, calendar, properties),
                                calendar))
                .registerComponent(
                        ReversingPayments.class, axon -> reversing(axon, banks, claims, calendar, properties))
                .registerCommandHandler(axon -> axon.getComponent(ReversingPayments.class))
                .registerCommandHandler(
                        axon -> new CancellingPayments(axon.repository(Account.class), known(axon), calendar))
                .registerCommandHandler(
                        axon -> new RecordingOutcomes(axon.repository(Account.class), known(axon), calendar));
    }

    @Bean
    ProposalKind<Proposal.Reversal> reversalAfterApproval() {
        return new ProposalKind<>(Proposal.Reversal.class, axon -> axon.getComponent(ReversingPayments.class));
    }

    private static ReversingPayments reversing(
            org.axonframework.config.Configuration axon,
            Banks banks,
            Claims claims,
            BankCalendar calendar,
            PaymentProperties properties) {
        return new ReversingPayments(
                axon.repository(Payment.class),
                deciding(axon, banks, claims, properties),
                new MakingPayments(),
                new ReversalThreshold(properties.reversalThreshold()),
                axon.getComponent(Approvals.class),
                calendar);
    }

    private static CreatingPayments creating(
            org.axonframework.config.Configuration axon,
            Banks banks,
            Claims claims,
            BankCalendar calendar,
            PaymentProperties properties) {
        return new CreatingPayments(
                axon.repository(Payment.class),
                deciding(axon, banks, claims, properties),
                new MakingPayments(),
                scheduling(axon, banks, claims, calendar, properties),
                new References(claims),
                calendar);
    }

    private static SchedulingPayments scheduling(
            org.axonframework.config.Configuration axon,
            Banks banks,
            Claims claims,
            BankCalendar calendar,
            PaymentProperties properties) {
        return new SchedulingPayments(
                axon.repository(Payment.class),
                deciding(axon, banks, claims, properties),
                new References(claims),
                calendar);
    }

    private static ExecutingPayments executing(
            org.axonframework.config.Configuration axon,
            Banks banks,
            Claims claims,
            BankCalendar calendar,
            PaymentProperties properties) {
        return new ExecutingPayments(
                known(axon), deciding(axon, banks, claims, properties), new MakingPayments(), calendar);
    }

    private static DecidingPayments deciding(
            org.axonframework.config.Configuration axon, Banks banks, Claims claims, PaymentProperties properties) {
        return new DecidingPayments(axon.repository(Account.class), banks, claims, properties.duplicateWindow());
    }

    private static KnownPayments known(org.axonframework.config.Configuration axon) {
        return new KnownPayments(axon.repository(Payment.class));
    }

    @Bean
    TouchedStreams<CreatePayment> accountsOfPayment() {
        return new TouchedStreams<>(
                CreatePayment.class,
                command ->
                        Stream.concat(command.order().debtor().stream(), command.order().creditorAccount().stream()));
    }

    @Bean
    TouchedStreams<CreatePayments> accountsOfPayments() {
        return new TouchedStreams<>(CreatePayments.class, command -> command.orders().stream()
                .flatMap(order -> Stream.concat(order.debtor().stream(), order.creditorAccount().stream())));
    }

    @Bean
    BulkPayments bulkPayments(Idempotency idempotency, PaymentAnswers answers) {
        return new BulkPayments(idempotency, answers);
    }

    @Bean
    TouchedStreams<StartAttempt> paymentOfAttempt() {
        return new TouchedStreams<>(StartAttempt.class, command -> Stream.of(command.paymentId()));
    }

    @Bean
    TouchedStreams<RecordOutcome> paymentOfOutcome() {
        return new TouchedStreams<>(RecordOutcome.class, command -> Stream.of(command.paymentId()));
    }

    @Bean
    TouchedStreams<CancelPayment> cancelledPayment() {
        return new TouchedStreams<>(CancelPayment.class, command -> Stream.of(command.paymentId()));
    }

    @Bean
    TouchedStreams<ReversePayment> reversedPayment() {
        return new TouchedStreams<>(ReversePayment.class, command -> Stream.of(command.paymentId()));
    }

    @Bean
    TouchedStreams<ExecuteScheduled> executedPayment() {
        return new TouchedStreams<>(ExecuteScheduled.class, command -> Stream.of(command.paymentId()));
    }

    @Bean
    PaymentAnswers paymentAnswers(EventStore events) {
        return new PaymentAnswers(events);
    }
}
