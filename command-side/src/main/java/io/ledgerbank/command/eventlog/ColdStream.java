package io.ledgerbank.command.eventlog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * A stream as it was read from the log.
 *
 * @param events all those behind the snapshot, or all
 */
public record ColdStream(String id, Optional<LogEntry> snapshot, List<TrackedDomainEventData<byte[]>> events) {

    private static final String RESOURCE = ColdStream.class.getName();

    /** Has a batch's loads find these streams instead of reading them one by one. */
    public static void belongTo(UnitOfWork<?> root, List<ColdStream> streams) {
        root.resources().put(RESOURCE, streams.stream().collect(Collectors.toMap(ColdStream::id, Function.identity())));
    }

    /** What was read of the stream when the batch that runs in this thread began, if it was. */
    static Optional<ColdStream> find(String streamId) {
        if (!CurrentUnitOfWork.isStarted()) {
            return Optional.empty();
        }
        Map<String, ColdStream> read = CurrentUnitOfWork.get().root().getOrDefaultResource(RESOURCE, Map.of());
        return Optional.ofNullable(read.get(streamId));
    }

    long firstSequence() {
        return snapshot.map(taken -> taken.sequence() + 1).orElse(0L);
    }
}
