package io.ledgerbank.saga.work;

import java.sql.Connection;
import java.sql.Savepoint;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Hands the events of the log to a follower's handlers. An event that they cannot handle, as often as the catalogue says, is
 * parked with all later ones of its stream, and everything else goes on. The first failure rolls its batch back; the next
 * try of that event alone is within a savepoint, so that care costs nothing while all is well.
 */
public final class CarefulHandler implements EventMessageHandler {

    private static final Logger LOG = LoggerFactory.getLogger(CarefulHandler.class);

    private final String follower;
    private final List<EventMessageHandler> handlers;
    private final ParkedEvents parked;
    private final DataSource dataSource;
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();

    CarefulHandler(String follower, List<EventMessageHandler> handlers, ParkedEvents parked, DataSource dataSource) {
        this.follower = follower;
        this.handlers = List.copyOf(handlers);
        this.parked = parked;
        this.dataSource = dataSource;
    }

    /** Tells the handler of one follower from all others. */
    public static Predicate<Object> named(String follower) {
        return handler -> handler instanceof CarefulHandler careful && careful.follower.equals(follower);
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return handlers.stream().anyMatch(handler -> handler.canHandleType(payloadType));
    }

    /** What cannot even be looked at is not passed over in silence: handling it fails. */
    @Override
    public boolean canHandle(EventMessage<?> message) {
        try {
            return handlers.stream().anyMatch(handler -> handler.canHandle(message));
        } catch (RuntimeException unreadable) {
            return true;
        }
    }

    @Override
    public @Nullable Object handle(EventMessage<?> message) throws Exception {
        DomainEventMessage<?> event = (DomainEventMessage<?>) message;
        Set<String> held = heldStreams();
        if (held.contains(event.getAggregateIdentifier()) && parked.waitsBehindAnother(follower, event)) {
            return null;
        }
        if (failures.containsKey(event.getIdentifier())) {
            handleWithCare(event, held);
        } else {
            handleAtOnce(event);
        }
        return null;
    }

    /** Without a net: whoever calls rolls back. */
    void handleAll(EventMessage<?> event) throws Exception {
        for (EventMessageHandler handler : handlers) {
            if (handler.canHandle(event)) {
                handler.handle(event);
            }
        }
    }

    private void handleAtOnce(DomainEventMessage<?> event) throws Exception {
        try {
            handleAll(event);
        } catch (Exception failure) {
            noteFailure(event, failure);
            throw failure;
        }
    }

    private void handleWithCare(DomainEventMessage<?> event, Set<String> held) throws Exception {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            Savepoint before = connection.setSavepoint();
            try {
                handleAll(event);
                failures.remove(event.getIdentifier());
            } catch (Exception failure) {
                connection.rollback(before);
                parkUnlessAnotherTryIsDue(event, failure);
                held.add(event.getAggregateIdentifier());
            }
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private void parkUnlessAnotherTryIsDue(DomainEventMessage<?> event, Exception failure) throws Exception {
        int tries = noteFailure(event, failure);
        Trouble trouble = Trouble.of(failure);
        if (trouble.pauseAfter(tries).isPresent()) {
            throw failure;
        }
        parked.park(follower, event, trouble, tries);
        failures.remove(event.getIdentifier());
        LOG.error(
                "{} cannot handle event {} of {}: it is a dead letter, and what comes after it waits for a person",
                follower,
                event.getSequenceNumber(),
                event.getAggregateIdentifier(),
                failure);
    }

    private int noteFailure(DomainEventMessage<?> event, Exception failure) {
        int tries = failures.merge(event.getIdentifier(), 1, Integer::sum);
        LOG.warn(
                "{} has failed {} times at event {} of {}",
                follower,
                tries,
                event.getSequenceNumber(),
                event.getAggregateIdentifier(),
                failure);
        return tries;
    }

    /** Read once for each batch. What another node parked while it had the follower's token is among it. */
    private Set<String> heldStreams() {
        return CurrentUnitOfWork.isStarted()
                ? CurrentUnitOfWork.get()
                        .root()
                        .getOrComputeResource(getClass().getName() + follower, key -> parked.heldBy(follower))
                : parked.heldBy(follower);
    }
}
