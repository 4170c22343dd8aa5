package io.ledgerbank.command.eventlog;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Objects;
import org.axonframework.common.Registration;
import org.axonframework.common.caching.Cache;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the aggregates that were used last, up to a number, whatever the garbage collector thinks of them. Thread-safe; the
 * aggregates in it are the lane's alone.
 */
public final class AggregateCache implements Cache {

    private final com.github.benmanes.caffeine.cache.Cache<Object, Object> aggregates;

    public AggregateCache(long mostAggregates) {
        aggregates = Caffeine.newBuilder()
                .maximumSize(mostAggregates)
                .executor(Runnable::run) // The common pool's hand-over costs more than the work.
                .recordStats()
                .build();
    }

    com.github.benmanes.caffeine.cache.Cache<Object, Object> aggregates() {
        return aggregates;
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // As Axon declares it.
    public <K, V> @Nullable V get(K key) {
        return (@Nullable V) aggregates.getIfPresent(Objects.requireNonNull(key));
    }

    @Override
    public void put(Object key, Object value) {
        aggregates.put(key, value);
    }

    @Override
    public boolean putIfAbsent(Object key, Object value) {
        return aggregates.asMap().putIfAbsent(key, value) == null;
    }

    @Override
    public boolean remove(Object key) {
        return aggregates.asMap().remove(key) != null;
    }

    @Override
    public void removeAll() {
        aggregates.invalidateAll();
    }

    @Override
    public boolean containsKey(Object key) {
        return aggregates.asMap().containsKey(key);
    }

    @Override
    public Registration registerCacheEntryListener(EntryListener listener) {
        throw new UnsupportedOperationException("Nobody listens to the aggregates' cache");
    }
}
