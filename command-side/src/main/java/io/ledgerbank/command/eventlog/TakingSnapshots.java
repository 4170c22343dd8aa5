package io.ledgerbank.command.eventlog;

import java.util.function.Function;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.axonframework.serialization.Serializer;

/** Writes down aggregates in the lane, where nobody else changes them. */
final class TakingSnapshots implements MessageHandler<CommandMessage<?>> {

    private final Function<Class<?>, Repository<?>> repositories;
    private final Serializer serializer;

    TakingSnapshots(Function<Class<?>, Repository<?>> repositories, Serializer serializer) {
        this.repositories = repositories;
        this.serializer = serializer;
    }

    @Override
    public LogEntry handle(CommandMessage<?> message) {
        TakeSnapshot command = (TakeSnapshot) message.getPayload();
        Aggregate<?> aggregate = repositories.apply(command.aggregateType()).load(command.aggregateId());
        return aggregate.invoke(state -> new EventEncoder(serializer)
                .encode(new GenericDomainEventMessage<>(
                        aggregate.type(), aggregate.identifierAsString(), aggregate.version(), state)));
    }
}
