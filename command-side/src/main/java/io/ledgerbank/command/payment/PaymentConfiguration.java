package io.ledgerbank.command.payment;

import io.ledgerbank.api.approval.Proposal;
import io.ledgerbank.api.bank.Banks;
import io.ledgerbank.command.account.Account;
import io.ledgerbank.command.account.BankCalendar;
import io.ledgerbank.command.account.RecentOrders;
import io.ledgerbank.command.approval.Approvals;
import io.ledgerbank.command.approval.ProposalKind;
import io.ledgerbank.command.approval.Threshold;
import io.ledgerbank.command.claim.Claims;
import io.ledgerbank.command.idempotency.Idempotency;
import io.ledgerbank.command.lane.AggregateCache;
import io.ledgerbank.command.user.KnownUsers;
import java.time.Duration;
import org.axonframework.common.lock.NullLockFactory;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configurer;
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
            KnownUsers users,
            BankCalendar calendar,
            AggregateCache aggregates,
            PaymentProperties properties) {
        return configurer -> {
            configurer.configureAggregate(AggregateConfigurer.defaultConfiguration(Payment.class)
                    .configureLockFactory(axon -> NullLockFactory.INSTANCE)
                    .configureFilterEventsByType(axon -> true)
                    .configureCache(axon -> aggregates.passing()));
            configurer
                    .registerComponent(KnownPayments.class, axon -> new KnownPayments(axon.repository(Payment.class)))
                    .registerComponent(References.class, axon -> new References(claims))
                    .registerComponent(MakingPayments.class, axon -> new MakingPayments())
                    .registerComponent(KnownUsers.class, axon -> users)
                    .registerComponent(
                            DecidingPayments.class,
                            axon -> new DecidingPayments(
                                    axon.repository(Account.class), banks, claims, properties.duplicateWindow()));
            registerDeciders(configurer, calendar, new Threshold(properties.reversalThreshold()));
            registerHandlers(configurer, calendar);
        };
    }

    private static void registerDeciders(Configurer configurer, BankCalendar calendar, Threshold threshold) {
        configurer
                .registerComponent(
                        SchedulingPayments.class,
                        axon -> new SchedulingPayments(
                                axon.repository(Payment.class),
                                axon.getComponent(DecidingPayments.class),
                                axon.getComponent(References.class),
                                calendar))
                .registerComponent(
                        ExecutingPayments.class,
                        axon -> new ExecutingPayments(
                                axon.getComponent(KnownPayments.class),
                                axon.getComponent(DecidingPayments.class),
                                axon.getComponent(MakingPayments.class),
                                axon.getComponent(KnownUsers.class),
                                calendar))
                .registerComponent(
                        FuturePayments.class,
                        axon -> new FuturePayments(
                                axon.getComponent(DecidingPayments.class),
                                axon.getComponent(SchedulingPayments.class),
                                axon.getComponent(ExecutingPayments.class),
                                calendar))
                .registerComponent(
                        ReversingPayments.class,
                        axon -> new ReversingPayments(
                                axon.repository(Payment.class),
                                axon.getComponent(DecidingPayments.class),
                                axon.getComponent(MakingPayments.class),
                                threshold,
                                axon.getComponent(Approvals.class),
                                calendar));
    }

    private static void registerHandlers(Configurer configurer, BankCalendar calendar) {
        configurer
                .registerCommandHandler(axon -> new CreatingPayments(
                        axon.repository(Payment.class),
                        axon.getComponent(DecidingPayments.class),
                        axon.getComponent(MakingPayments.class),
                        axon.getComponent(SchedulingPayments.class),
                        axon.getComponent(References.class),
                        calendar))
                .registerCommandHandler(axon -> axon.getComponent(SchedulingPayments.class))
                .registerCommandHandler(axon -> axon.getComponent(ExecutingPayments.class))
                .registerCommandHandler(axon -> axon.getComponent(ReversingPayments.class))
                .registerCommandHandler(axon -> new CancellingPayments(
                        axon.repository(Account.class), axon.getComponent(KnownPayments.class), calendar))
                .registerCommandHandler(axon -> new StartingAttempts(
                        axon.repository(Account.class), axon.getComponent(KnownPayments.class), calendar))
                .registerCommandHandler(axon -> new RecordingOutcomes(
                        axon.repository(Account.class), axon.getComponent(KnownPayments.class), calendar));
    }

    @Bean
    ProposalKind<Proposal.Reversal> reversalAfterApproval() {
        return new ProposalKind<>(Proposal.Reversal.class, axon -> axon.getComponent(ReversingPayments.class));
    }

    @Bean
    BulkPayments bulkPayments(Idempotency idempotency, PaymentAnswers answers) {
        return new BulkPayments(idempotency, answers);
    }

    @Bean
    PaymentAnswers paymentAnswers(EventStore events) {
        return new PaymentAnswers(events);
    }
}
