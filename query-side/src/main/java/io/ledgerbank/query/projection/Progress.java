package io.ledgerbank.query.projection;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;

/** Tells how far projections have come, and lets readers wait until they have come far enough. Thread-safe. */
public final class Progress {

    /** What another process feeds tells of itself through the database alone, and at least once a second. */
    private static final Duration LOOK_ELSEWHERE = Duration.ofMillis(20);

    private final Positions positions;
    private final ParkedEvents parked;
    private final ConcurrentMap<ProjectionName, ProjectionState> here = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private volatile long knownHead = LogPosition.NONE;

    Progress(Positions positions, ParkedEvents parked) {
        this.positions = positions;
        this.parked = parked;
    }

    /** Whether the log has this position, or had it when that was last asked. */
    public boolean isInLog(long position) {
        if (position > knownHead) {
            knownHead = Math.max(knownHead, positions.head());
        }
        return position <= knownHead;
    }

    /**
     * Waits until all of these have reckoned in the log up to the position, for these streams. On a virtual thread that
     * holds up nobody.
     *
     * @param streams of which the answer is; any if there are none
     * @return false when they had not come there in time
     */
    public boolean await(Set<ProjectionName> projections, Set<String> streams, long position, Duration patience)
            throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        Set<ProjectionName> behind = projections;
        while (true) {
            behind = behind.stream()
                    .filter(name -> !hasReached(name, position) || lacks(name, streams))
                    .collect(Collectors.toUnmodifiableSet());
            if (behind.isEmpty()) {
                return true;
            }
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                return false;
            }
            awaitMove(behind, position, Math.min(left, LOOK_ELSEWHERE.toNanos()));
        }
    }

    void tell(ProjectionState state) {
        lock.lock();
        try {
            here.put(state.name(), state);
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** What follows the log here without lacking anything needs no look into the database. */
    private boolean lacks(ProjectionName name, Set<String> streams) {
        ProjectionState state = here.get(name);
        boolean whole = state != null && state.activity() == ProjectionState.Activity.FOLLOWING;
        return !whole && parked.concern(Set.of(name), streams);
    }

    private boolean hasReached(ProjectionName name, long position) {
        return reachedHere(name, position).orElseGet(() -> positions.of(name) >= position);
    }

    /** Nothing where it is not fed from here. */
    private Optional<Boolean> reachedHere(ProjectionName name, long position) {
        return Optional.ofNullable(here.get(name))
                .filter(state -> state.activity() == ProjectionState.Activity.FOLLOWING
                        || state.activity() == ProjectionState.Activity.LACKING)
                .map(state -> state.position() >= position);
    }

    private void awaitMove(Set<ProjectionName> behind, long position, long nanos) throws InterruptedException {
        lock.lock();
        try {
            boolean stillBehind = behind.stream()
                    .noneMatch(name -> reachedHere(name, position).orElse(false));
            if (stillBehind) {
                moved.awaitNanos(nanos);
            }
        } finally {
            lock.unlock();
        }
    }
}
