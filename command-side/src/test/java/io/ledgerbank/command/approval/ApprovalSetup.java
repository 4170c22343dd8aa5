package io.ledgerbank.command.approval;

import io.ledgerbank.command.claim.Claims;
import io.ledgerbank.command.testing.People;
import io.ledgerbank.command.testing.UsersInMemory;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configurer;

/** Adds requests for approval to what a test of another feature configures, at the time that it is for people in tests. */
public interface ApprovalSetup {

    /** @param kinds of proposals that can be carried out */
    static void addTo(Configurer configurer, Claims claims, ProposalKind<?>... kinds) {
        Clock clock = Clock.fixed(People.NOW, ZoneOffset.UTC);
        configurer
                .configureAggregate(AggregateConfigurer.defaultConfiguration(Approval.class))
                .registerComponent(
                        Approvals.class,
                        axon -> new Approvals(
                                axon.repository(Approval.class), new AskedBefore(claims), clock, Duration.ofDays(7)))
                .registerCommandHandler(axon -> new DecidingApprovals(
                        axon.repository(Approval.class),
                        new Executors(List.of(kinds), axon),
                        new SecondPerson(new UsersInMemory()),
                        clock));
    }
}
