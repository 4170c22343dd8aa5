package io.ledgerbank.command.lane;

import com.github.benmanes.caffeine.cache.Caffeine;
import org.axonframework.common.caching.Cache;

/**
 * Keeps the aggregates that were used last, up to a number, whatever the garbage collector thinks of them: those that last,
 * and apart from them those that are done with soon, which would else crowd them out and fill the heap. Thread-safe; the
 * aggregates in it are the lane's alone.
 */
public final class AggregateCache {

    private final CacheRegion lasting;
    private final CacheRegion passing;

    public AggregateCache(long mostLasting, long mostPassing) {
        lasting = region(mostLasting);
        passing = region(mostPassing);
    }

    private static CacheRegion region(long most) {
        return new CacheRegion(Caffeine.newBuilder()
                .maximumSize(most)
                .executor(Runnable::run) // The common pool's hand-over costs more than the work.
                .recordStats()
                .build());
    }

    /** For aggregates that are used again and again, such as accounts. */
    public Cache lasting() {
        return lasting;
    }

    /** For aggregates that have a short life, such as payments. */
    public Cache passing() {
        return passing;
    }

    boolean contains(String id) {
        return lasting.containsKey(id) || passing.containsKey(id);
    }

    void remove(String id) {
        lasting.remove(id);
        passing.remove(id);
    }

    /** Has everything loaded anew. */
    public void removeAll() {
        lasting.removeAll();
        passing.removeAll();
    }

    CacheRegion lastingRegion() {
        return lasting;
    }

    CacheRegion passingRegion() {
        return passing;
    }
}
