package io.ledgerbank.command.eventlog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** What one unit of work has applied and the log does not have yet. Belongs to the thread of the unit. */
public final class Staged {

    private static final String RESOURCE = Staged.class.getName();

    private final List<EventMessage<?>> events = new ArrayList<>();
    private final Map<String, Long> lastSequences = new HashMap<>();

    private Staged() {}

    /** Of a unit of a batch, it goes to the batch's append once the unit has decided. */
    public static Staged in(UnitOfWork<?> unit) {
        return unit.getOrComputeResource(RESOURCE, key -> {
            Staged staged = new Staged();
            if (unit != unit.root()) {
                unit.onPrepareCommit(decided -> GrowingAppend.current().ifPresent(batch -> batch.add(staged.events)));
            }
            return staged;
        });
    }

    /** The sequence of the last event that the unit has applied to the stream. */
    public static OptionalLong lastSequence(UnitOfWork<?> unit, String streamId) {
        Long last = in(unit).lastSequences.get(streamId);
        return last == null ? OptionalLong.empty() : OptionalLong.of(last);
    }

    void add(List<? extends EventMessage<?>> applied) {
        events.addAll(applied);
        for (EventMessage<?> event : applied) {
            if (event instanceof DomainEventMessage<?> domain) {
                lastSequences.put(domain.getAggregateIdentifier(), domain.getSequenceNumber());
            }
        }
    }

    public boolean isEmpty() {
        return events.isEmpty();
    }
}
