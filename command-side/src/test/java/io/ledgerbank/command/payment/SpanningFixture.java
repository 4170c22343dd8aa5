package io.ledgerbank.command.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.account.AccountEvent;
import io.ledgerbank.api.approval.ApprovalEvent;
import io.ledgerbank.api.bank.Bank;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.payment.PaymentEvent;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.api.user.UserStatus;
import io.ledgerbank.command.account.Account;
import io.ledgerbank.command.account.BankCalendar;
import io.ledgerbank.command.approval.ApprovalSetup;
import io.ledgerbank.command.claim.ClaimKind;
import io.ledgerbank.command.eventtype.LogSerializer;
import io.ledgerbank.command.lane.AggregateCache;
import io.ledgerbank.command.operation.OperationWiring;
import io.ledgerbank.command.testing.InMemoryClaims;
import io.ledgerbank.command.testing.MovableClock;
import io.ledgerbank.command.testing.People;
import io.ledgerbank.command.testing.UsersInMemory;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;

/**
 * Given what happened, when a command is decided, then so much more has happened: over all accounts and payments that the
 * command spans, with the handlers and policies wired as in production and the log in memory.
 *
 * <pre>{@code
 * bank.given(aliceHasAnAccount(), deposited(ALICES, pounds("100.00")), bobHasAnAccount())
 *     .when(transfer)
 *     .then(created, debited, credited, completed);
 * }</pre>
 */
public final class SpanningFixture {

    private final InMemoryEventStorageEngine log = new InMemoryEventStorageEngine();
    private final MovableClock clock = new MovableClock();
    private final InMemoryClaims claims = new InMemoryClaims();
    private final UsersInMemory users = new UsersInMemory();
    private final Configuration axon;

    public SpanningFixture() {
        this(ZoneOffset.UTC);
    }

    public SpanningFixture(ZoneId zone) {
        BankCalendar calendar = new BankCalendar(clock, zone);
        Configurer configurer = DefaultConfigurer.defaultConfiguration()
                .configureSerializer(config -> LogSerializer.create())
                .configureEmbeddedEventStore(config -> log)
                .configureAggregate(AggregateConfigurer.defaultConfiguration(Account.class))
                .registerComponent(BankCalendar.class, config -> calendar);
        new PaymentConfiguration()
                .paymentDecisions(
                        SpanningFixture::banks,
                        claims,
                        users,
                        calendar,
                        new AggregateCache(100, 100),
                        new PaymentConfiguration.PaymentProperties(Duration.ofMinutes(5), 1000))
                .configureModule(configurer);
        OperationWiring.addTo(configurer, calendar);
        ApprovalSetup.addTo(
                configurer, claims, new PaymentConfiguration().reversalAfterApproval(), OperationWiring.resolving());
        axon = configurer.start();
    }

    private static List<Bank> banks() {
        return List.of(new Bank(People.SIMBANK, "SimBank", "DE", URI.create("http://127.0.0.1")));
    }

    public SpanningFixture given(Object... events) {
        for (Object event : events) {
            append(event);
        }
        return this;
    }

    public SpanningFixture at(Instant time) {
        clock.set(time);
        return this;
    }

    SpanningFixture nowIs(Caller somebody) {
        users.is(somebody);
        return this;
    }

    SpanningFixture suspended(UserId user) {
        users.become(user, UserStatus.SUSPENDED);
        return this;
    }

    SpanningFixture claimed(ClaimKind kind, String key, Object holder) {
        claims.claim(kind, key, holder);
        return this;
    }

    public Then when(Object command) {
        long before = log().size();
        try {
            Object answer = axon.commandGateway().sendAndWait(command);
            return new Then(Optional.ofNullable(answer), Optional.empty(), since(before));
        } catch (RejectedException rejected) {
            return new Then(Optional.empty(), Optional.of(rejected.reason()), since(before));
        }
    }

    /** Everything that ever happened, in order. */
    public List<Object> log() {
        return log.readEvents((TrackingToken) null, false)
                .<Object>map(EventMessage::getPayload)
                .toList();
    }

    private List<Object> since(long before) {
        return log().stream().skip(before).toList();
    }

    private void append(Object event) {
        switch (event) {
            case AccountEvent account -> append("Account", account.accountId().toString(), event);
            case ApprovalEvent approval ->
                append("Approval", approval.approvalId().toString(), event);
            case PaymentEvent payment -> append("Payment", payment.paymentId().toString(), event);
            default -> throw new IllegalArgumentException("No stream keeps a " + event.getClass());
        }
    }

    private void append(String type, String stream, Object event) {
        long sequence = log.lastSequenceNumberFor(stream).map(last -> last + 1).orElse(0L);
        log.appendEvents(List.of(new GenericDomainEventMessage<>(type, stream, sequence, event)));
    }

    /** What came of a command. */
    public record Then(Optional<Object> answer, Optional<Reason> refusal, List<Object> events) {

        public void then(Object... expected) {
            assertThat(refusal).isEmpty();
            assertThat(events).containsExactly(expected);
        }

        public void thenNothingNew() {
            then();
        }

        public void thenRefused(Reason reason) {
            assertThat(refusal).contains(reason);
            assertThat(events).isEmpty();
        }

        public <T> T thenAnswered(Class<T> type) {
            assertThat(refusal).isEmpty();
            return type.cast(answer.orElseThrow());
        }
    }
}
