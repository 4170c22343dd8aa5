package io.ledgerbank.command.lane;

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
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

@CommandSideTest
class RememberingOriginTest {

    private final CommandGateway commands;
    private final EventStore store;
    private final OpenAccount command =
            new OpenAccount(AccountId.next(), "Everyday", AccountType.CHECKING, People.GBP, ALICE);

    RememberingOriginTest(CommandGateway commands, EventStore store) {
        this.commands = commands;
        this.store = store;
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

    /** Reading every event's metadata for every follower of the log would cost more than handling it. */
    @Test
    void handling_an_event_reads_nothing_of_its_metadata() {
        EventMessage<?> event = new GenericEventMessage<>("event", Map.of(MetadataKeys.CORRELATION_ID, "of the event"));

        assertThat(new CarryingOrigin().correlationDataFor(event)).isEmpty();
    }

    private MetaData origin() {
        return store.readEvents(command.accountId().toString()).next().getMetaData();
    }
}
