package io.ledgerbank.command.approval;

import static io.ledgerbank.command.testing.People.ALICES;
import static io.ledgerbank.command.testing.People.NOW;
import static io.ledgerbank.command.testing.People.TELLER;

import io.ledgerbank.api.approval.ApprovalEvent;
import io.ledgerbank.api.approval.ApprovalRequested;
import io.ledgerbank.api.approval.Decision;
import io.ledgerbank.api.approval.Proposal;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.error.Rejection;
import io.ledgerbank.api.id.ApprovalId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.command.eventtype.LogSerializer;
import io.ledgerbank.command.testing.InMemoryClaims;
import io.ledgerbank.command.testing.MovableClock;
import io.ledgerbank.command.testing.UsersInMemory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;

/** Requests for approval on a log in memory, with one kind of proposal whose world the test can change. */
final class ApprovalFixture {

    static final ApprovalId REQUEST = ApprovalId.parse("01900000-0000-7000-8000-000000000a99");
    static final Caller OTHER_TELLER = new Caller(UserId.parse("01900000-0000-7000-8000-00000000001c"), Role.SUPPORT);
    static final Duration A_WEEK = Duration.ofDays(7);

    /** What a feature would have people ask for. */
    record Ask(String reason, Caller caller) {}

    private final InMemoryEventStorageEngine log = new InMemoryEventStorageEngine();
    private final List<Caller> carriedOutFor = new ArrayList<>();
    private Optional<Reason> objection = Optional.empty();
    private long sequence;
    private final MovableClock clock = new MovableClock();
    private final Configuration axon;

    ApprovalFixture() {
        this(new UsersInMemory());
    }

    /** @param users of whom something is known; of everybody else only what they say themselves */
    ApprovalFixture(UsersInMemory users) {
        InMemoryClaims claims = new InMemoryClaims();
        Configurer configurer = DefaultConfigurer.defaultConfiguration()
                .configureSerializer(config -> LogSerializer.create())
                .configureEmbeddedEventStore(config -> log)
                .configureAggregate(AggregateConfigurer.defaultConfiguration(Approval.class))
                .registerCommandHandler(config -> new Asking(
                        new Approvals(config.repository(Approval.class), new AskedBefore(claims), clock, A_WEEK)))
                .registerCommandHandler(config -> new DecidingApprovals(
                        config.repository(Approval.class),
                        new Executors(
                                List.of(new ProposalKind<>(Proposal.Unfreezing.class, ignored -> new World())), config),
                        new SecondPerson(users),
                        clock));
        axon = configurer.start();
    }

    /** Asked for by the teller a day ago. */
    static ApprovalRequested requested() {
        return requestedAt(NOW.minus(Duration.ofDays(1)));
    }

    static ApprovalRequested requestedAt(Instant time) {
        return new ApprovalRequested(
                REQUEST, new Proposal.Unfreezing(ALICES), "All is well", TELLER.userId(), time, time.plus(A_WEEK));
    }

    ApprovalFixture given(ApprovalEvent... events) {
        for (ApprovalEvent event : events) {
            log.appendEvents(List.of(new GenericDomainEventMessage<>(
                    "Approval", event.approvalId().toString(), sequence++, event)));
        }
        return this;
    }

    /** From now on whatever is to be carried out is refused. */
    ApprovalFixture givenTheWorldHasChanged(Reason reason) {
        objection = Optional.of(reason);
        return this;
    }

    ApprovalFixture at(Instant time) {
        clock.set(time);
        return this;
    }

    Object when(Object command) {
        return axon.commandGateway().sendAndWait(command);
    }

    List<Caller> carriedOutFor() {
        return carriedOutFor;
    }

    List<Object> log() {
        return log.readEvents((TrackingToken) null, false)
                .<Object>map(EventMessage::getPayload)
                .toList();
    }

    private record Asking(Approvals approvals) {

        @CommandHandler
        Decision<String> handle(Ask command) throws Exception {
            return approvals.propose(new Proposal.Unfreezing(ALICES), command.reason(), command.caller());
        }
    }

    /** Support may not decide alone what only admins could have asked for. */
    private final class World implements Executor<Proposal.Unfreezing> {

        @Override
        public Optional<Rejection> refusalOf(Caller caller) {
            return caller.equals(OTHER_TELLER) || !caller.isStaff()
                    ? Optional.of(Rejection.of(Reason.INSUFFICIENT_PERMISSIONS, "Not this one"))
                    : Optional.empty();
        }

        @Override
        public void carryOut(Proposal.Unfreezing proposal, Caller approver) {
            objection.ifPresent(reason -> {
                throw new RejectedException(reason, "The world has changed");
            });
            carriedOutFor.add(approver);
        }
    }
}
