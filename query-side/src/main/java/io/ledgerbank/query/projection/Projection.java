package io.ledgerbank.query.projection;

import java.util.List;

/**
 * What one read model makes of the log. A batch costs the same few statements however many events it has: read the rows
 * that it touches, fold its events over them in memory, write each row once.
 *
 * @param <E> what its events have in common
 */
public interface Projection<E> {

    /** The events that it is made of. */
    Class<E> events();

    /** Whether the event can change its rows; one that cannot costs no transaction. */
    default boolean concerns(E event) {
        return true;
    }

    /**
     * Writes what the events make of its rows, in the caller's transaction, which also moves the projection's position.
     *
     * @param batch in the order of the log, at least one; events that the rows reflect already change nothing
     * @throws IllegalStateException when an event cannot have happened by what the rows say; nothing of the batch is kept
     */
    void write(List<Recorded<E>> batch);

    /** Rows may be others than those that were written here last, or something that was written is not kept. */
    default void forget() {}
}
