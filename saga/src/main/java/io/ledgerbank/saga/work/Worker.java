package io.ledgerbank.saga.work;

/** Does the items of a queue. */
@FunctionalInterface
public interface Worker {

    /**
     * Does one item, possibly once more after a crash or failure. Whatever it throws brings the item back later; the
     * correlation id and the actor are in the logging context meanwhile.
     */
    void work(WorkItem item);
}
