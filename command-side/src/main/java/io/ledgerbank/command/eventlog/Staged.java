package io.ledgerbank.command.eventlog;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** What one unit of work has applied and the log does not have yet. Belongs to the thread of the unit. */
public final class Staged {

    private static final String RESOURCE = Staged.class.getName();

    private final Map<String, Long> lastSequences = new HashMap<>();

    private Staged() {}

    static Staged in(UnitOfWork<?> unit) {
        return unit.getOrComputeResource(RESOURCE, key -> new Staged());
    }

    /** The sequence of the last event that the unit has applied to the stream. */
    public static OptionalLong lastSequence(UnitOfWork<?> unit, String streamId) {
        Long last = in(unit).lastSequences.get(streamId);
        return last == null ? OptionalLong.empty() : OptionalLong.of(last);
    }

    void add(String streamId, long sequence) {
        lastSequences.put(streamId, sequence);
    }

    boolean isEmpty() {
        return lastSequences.isEmpty();
    }
}
