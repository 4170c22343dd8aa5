package io.ledgerbank.command.approval;

import io.ledgerbank.api.approval.GrantApproval;
import io.ledgerbank.api.approval.RejectApproval;
import io.ledgerbank.command.claim.Claims;
import io.ledgerbank.command.lane.AggregateCache;
import io.ledgerbank.command.lane.TouchedStreams;
import io.ledgerbank.command.user.KnownUsers;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.Stream;
import org.axonframework.common.lock.NullLockFactory;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what has to wait for a second person. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApprovalConfiguration.ApprovalProperties.class)
class ApprovalConfiguration {

    /** @param expireAfter how long a request waits for a second person */
    @ConfigurationProperties("ledgerbank.approvals")
    record ApprovalProperties(@DefaultValue("7d") Duration expireAfter) {

        ApprovalProperties {
            if (expireAfter.isNegative() || expireAfter.isZero()) {
                throw new IllegalArgumentException("A request for approval waits for some time, not " + expireAfter);
            }
        }
    }

    @Bean
    ConfigurerModule approvalDecisions(
            ObjectProvider<ProposalKind<?>> kinds,
            ApprovalProperties properties,
            Clock clock,
            Claims claims,
            KnownUsers users,
            AggregateCache aggregates) {
        return configurer -> configurer
                .configureAggregate(AggregateConfigurer.defaultConfiguration(Approval.class)
                        .configureLockFactory(axon -> NullLockFactory.INSTANCE)
                        .configureFilterEventsByType(axon -> true)
                        .configureCache(axon -> aggregates.passing()))
                .registerComponent(
                        Approvals.class,
                        axon -> new Approvals(
                                axon.repository(Approval.class),
                                new AskedBefore(claims),
                                clock,
                                properties.expireAfter()))
                .registerCommandHandler(axon -> new DecidingApprovals(
                        axon.repository(Approval.class),
                        new Executors(kinds.orderedStream().toList(), axon),
                        new SecondPerson(users),
                        clock));
    }

    @Bean
    TouchedStreams<GrantApproval> approvalToGrant() {
        return new TouchedStreams<>(GrantApproval.class, command -> Stream.of(command.approvalId()));
    }

    @Bean
    TouchedStreams<RejectApproval> approvalToReject() {
        return new TouchedStreams<>(RejectApproval.class, command -> Stream.of(command.approvalId()));
    }

    @Bean
    ApprovalAnswers approvalAnswers(EventStore events) {
        return new ApprovalAnswers(events);
    }
}
