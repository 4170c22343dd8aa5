package io.ledgerbank.command.eventlog;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What this node has seen the log end with since it started: the newest of it, and what was not in the log any more when it
 * looked again. Thread-safe.
 */
public final class SeenHeads {

    private final Set<Head> lost = ConcurrentHashMap.newKeySet();
    private volatile Head newest = Head.START;

    /** @param committed by this node or by another */
    public void see(Head committed) {
        newest = committed;
    }

    /** Never forgotten as long as the node runs, however the log goes on. */
    public void lose(Head seen) {
        lost.add(seen);
    }

    public Head newest() {
        return newest;
    }

    public Set<Head> lost() {
        return Set.copyOf(lost);
    }
}
