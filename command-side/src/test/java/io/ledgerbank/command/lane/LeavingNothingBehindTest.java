package io.ledgerbank.command.lane;

import static io.ledgerbank.command.testing.People.ALICE;
import static io.ledgerbank.command.testing.People.pounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbank.api.account.AccountType;
import io.ledgerbank.api.account.OpenAccount;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.Priority;
import io.ledgerbank.command.testing.CommandSideTest;
import io.ledgerbank.command.testing.People;
import io.ledgerbank.command.testing.TestBank;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.Registration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@CommandSideTest
class LeavingNothingBehindTest {

    private final TestBank bank;
    private final CommandGateway commands;
    private final CommandBus bus;
    private final EventStorageEngine log;

    private long events;
    private long claims;

    LeavingNothingBehindTest(TestBank bank, CommandGateway commands, CommandBus bus, EventStorageEngine log) {
        this.log = log;
        this.bank = bank;
        this.commands = commands;
        this.bus = bus;
    }

    @BeforeEach
    void look() {
        events = bank.events();
        claims = bank.claims();
    }

    @Test
    void a_refused_command_leaves_neither_events_nor_claims() {
        AccountId account = bank.open(ALICE).id();
        look();
        PaymentOrder tooMuch = new PaymentOrder.External(
                account, People.CARLA, pounds("1.00"), "Away", Optional.of("INV-1"), Priority.NORMAL);

        assertThat(bank.tryToPay(ALICE, tooMuch)).contains(Reason.INSUFFICIENT_FUNDS);

        nothingIsNew();
    }

    @Test
    void a_command_that_fails_after_it_was_decided_leaves_neither_events_nor_claims() throws Exception {
        MessageHandlerInterceptor<CommandMessage<?>> failing = (unit, chain) -> {
            unit.onPrepareCommit(preparing -> preparing.onCommit(committing -> {
                throw new IllegalStateException("The power went out");
            }));
            return chain.proceed();
        };
        try (Registration registration = bus.registerHandlerInterceptor(failing)) {
            assertThat(registration).isNotNull();
            assertThatThrownBy(() -> bank.open(ALICE)).hasMessageContaining("The power went out");
        }

        nothingIsNew();
    }

    @Test
    void an_account_is_opened_once() {
        OpenAccount command = new OpenAccount(AccountId.next(), "Mine", AccountType.SAVINGS, People.GBP, ALICE);
        commands.sendAndWait(command);
        look();

        assertThatThrownBy(() -> commands.sendAndWait(command)).isInstanceOf(RejectedException.class);

        nothingIsNew();
    }

    @Test
    void a_failure_does_not_tell_what_people_wrote() {
        AccountId account = bank.open(ALICE).id();
        DomainEventMessage<?> event =
                new GenericDomainEventMessage<>("Account", account.toString(), 0, "Nobody else may read this");

        assertThatThrownBy(() -> log.appendEvents(event)).satisfies(failure -> assertThat(everythingSaidBy(failure))
                .doesNotContain("Nobody else may read this"));
    }

    private static String everythingSaidBy(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private void nothingIsNew() {
        assertThat(bank.events()).isEqualTo(events);
        assertThat(bank.claims()).isEqualTo(claims);
    }
}
