package io.ledgerbank.command.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbank.api.error.ErrorCatalog;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.lock.DeadlockException;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DecidingAgainTest {

    private final RedecidingCommandBus bus = new RedecidingCommandBus(SimpleCommandBus.builder());
    private final CommandGateway commands =
            DefaultCommandGateway.builder().commandBus(bus).build();
    private final AtomicInteger decisions = new AtomicInteger();

    static Stream<RuntimeException> lostRaces() {
        return Stream.of(
                new ConcurrencyException("another node was faster"),
                new AggregateStreamCreationException("another node was faster", new SQLException("x", "23505")),
                new DeadlockException("two threads wait for each other"),
                new EventStoreException("deadlock in the database", new SQLException("x", "40P01")),
                new EventStoreException("serialization failure", new SQLException("x", "40001")),
                new EventLogException("waited too long", new SQLException("x", "55P03")));
    }

    @ParameterizedTest
    @MethodSource("lostRaces")
    void a_command_that_lost_a_race_is_decided_again(RuntimeException lost) {
        failing(2, lost);

        assertThat((Object) commands.sendAndWait("command")).isEqualTo("decided");
        assertThat(decisions).hasValue(3);
    }

    @Test
    void a_command_that_keeps_losing_is_answered_as_unavailable() {
        failing(Integer.MAX_VALUE, new ConcurrencyException("another node was faster"));

        unavailable();
        assertThat(decisions).hasValue(ErrorCatalog.contention().maxAttempts());
    }

    static Stream<RuntimeException> outages() {
        return Stream.of(
                new EventLogException("refused", new SQLException("x", "08001")),
                new EventLogException("shut down", new SQLException("x", "57P01")),
                new EventLogException("no free connection", new SQLTransientConnectionException("timed out")));
    }

    @ParameterizedTest
    @MethodSource("outages")
    void while_the_database_is_away_the_answer_is_to_come_back(RuntimeException outage) {
        failing(1, outage);

        unavailable();
        assertThat(decisions).as("the first may have been committed").hasValue(1);
    }

    @Test
    void a_transaction_that_cannot_begin_is_an_outage_too() {
        TransactionManager down = () -> {
            throw new EventLogException("refused", new SQLException("x", "08001"));
        };
        CommandBus withoutDatabase =
                new RedecidingCommandBus(SimpleCommandBus.builder().transactionManager(down));
        withoutDatabase.subscribe(String.class.getName(), message -> "decided");

        assertThatThrownBy(() -> DefaultCommandGateway.builder()
                        .commandBus(withoutDatabase)
                        .build()
                        .sendAndWait("command"))
                .isInstanceOfSatisfying(RejectedException.class, rejected -> assertThat(rejected.reason())
                        .isEqualTo(Reason.SERVICE_UNAVAILABLE));
    }

    @Test
    void a_refusal_stands() {
        failing(1, new RejectedException(Reason.INSUFFICIENT_FUNDS, "Not enough"));

        assertThatThrownBy(() -> commands.sendAndWait("command")).isInstanceOf(RejectedException.class);
        assertThat(decisions).hasValue(1);
    }

    @Test
    void an_accident_is_not_repeated() {
        failing(1, new IllegalStateException("a defect"));

        assertThatThrownBy(() -> commands.sendAndWait("command")).isInstanceOf(IllegalStateException.class);
        assertThat(decisions).hasValue(1);
    }

    @Test
    void inside_another_unit_of_work_it_is_for_that_one_to_begin_again() {
        failing(1, new ConcurrencyException("another node was faster"));

        DefaultUnitOfWork.startAndGet(null).execute(() -> assertThatThrownBy(() -> commands.sendAndWait("command"))
                .isInstanceOf(ConcurrencyException.class));
        assertThat(decisions).hasValue(1);
    }

    private void unavailable() {
        assertThatThrownBy(() -> commands.sendAndWait("command"))
                .isInstanceOfSatisfying(RejectedException.class, rejected -> assertThat(rejected.reason())
                        .isEqualTo(Reason.SERVICE_UNAVAILABLE));
    }

    private void failing(int times, RuntimeException failure) {
        bus.subscribe(String.class.getName(), message -> {
            if (decisions.incrementAndGet() <= times) {
                throw failure;
            }
            return "decided";
        });
    }
}
