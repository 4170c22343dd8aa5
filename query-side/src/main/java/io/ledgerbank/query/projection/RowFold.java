package io.ledgerbank.query.projection;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The rows that a batch touches, as they were and as its events leave them, so that each is written once. For one thread.
 *
 * @param <S> what is folded of a row
 */
public final class RowFold<S> {

    private final Map<UUID, S> before;
    private final SortedMap<UUID, S> added = new TreeMap<>();
    private final SortedMap<UUID, S> changed = new TreeMap<>();

    public RowFold(Map<UUID, S> before) {
        this.before = before;
    }

    /** As the events so far leave it. */
    public Optional<S> find(UUID id) {
        S now = changed.getOrDefault(id, added.getOrDefault(id, before.get(id)));
        return Optional.ofNullable(now);
    }

    public void put(UUID id, S next) {
        if (before.containsKey(id)) {
            changed.put(id, next);
        } else {
            added.put(id, next);
        }
    }

    /** Rows to insert, in the order of their keys. */
    public SortedMap<UUID, S> added() {
        return Collections.unmodifiableSortedMap(added);
    }

    /** Rows to update, in the order of their keys. */
    public SortedMap<UUID, S> changed() {
        return Collections.unmodifiableSortedMap(changed);
    }
}
