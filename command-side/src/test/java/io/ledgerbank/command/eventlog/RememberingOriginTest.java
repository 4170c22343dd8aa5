package io.ledgerbank.command.eventlog;

import static io.ledgerbank.command.testing.People.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.account.AccountType;
import io.ledgerbank.api.account.OpenAccount;
import io.ledgerbank.api.audit.MetadataKeys;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.command.testing.CommandSideTest;
import io.ledgerbank.command.testing.People;
import java.util.Map;
import java.util.UUID;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

@CommandSideTest
class RememberingOriginTest {

    private final CommandGateway commands;
    private final EventStore store;
    private final TransactionManager transactions;
    private final OpenAccount command =
            new OpenAccount(AccountId.next(), "Everyday", AccountType.CHECKING, People.GBP, ALICE);

    RememberingOriginTest(CommandGateway commands, EventStore store, TransactionManager transactions) {
        this.commands = commands;
        this.store = store;
        this.transactions = transactions;
    }

    @AfterEach
    void forget() {
        MDC.clear();
    }

    @Test
    void events_know_who_asked_in_which_conversation_and_by_which_command() {
        MDC.put(MetadataKeys.CORRELATION_ID, "conversation-1");
        MDC.put(MetadataKeys.ACTOR, ALICE.toString());
        GenericCommandMessage<OpenAccount> message = new GenericCommandMessage<>(command);

        commands.sendAndWait(message);

        assertThat(origin())
                .containsEntry(MetadataKeys.CORRELATION_ID, "conversation-1")
                .containsEntry(MetadataKeys.ACTOR, ALICE.toString())
                .containsEntry(MetadataKeys.CAUSATION_ID, message.getIdentifier());
    }

    @Test
    void without_a_context_the_system_acts_in_a_new_conversation() {
        commands.sendAndWait(command);

        assertThat(origin()).containsEntry(MetadataKeys.ACTOR, "system");
        assertThat(UUID.fromString((String) origin().get(MetadataKeys.CORRELATION_ID))
                        .version())
                .isEqualTo(7);
    }

    @Test
    void a_command_sent_because_of_an_event_stays_in_the_events_conversation() {
        MDC.put(MetadataKeys.CORRELATION_ID, "of the thread");
        UnitOfWork<?> handling = DefaultUnitOfWork.startAndGet(new GenericEventMessage<>(
                "cause", Map.of(MetadataKeys.CORRELATION_ID, "of the event", MetadataKeys.ACTOR, "of the event")));
        handling.attachTransaction(transactions);
        handling.registerCorrelationDataProvider(new CarryingOrigin());

        handling.execute(() -> commands.sendAndWait(command));

        assertThat(origin())
                .containsEntry(MetadataKeys.CORRELATION_ID, "of the event")
                .containsEntry(MetadataKeys.ACTOR, "of the event");
    }

    private MetaData origin() {
        return store.readEvents(command.accountId().toString()).next().getMetaData();
    }
}
