package io.ledgerbank.query.account;

import io.ledgerbank.api.id.AccountId;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The accounts to which something has happened lately, as far as this process has heard of it, and the position behind which
 * it hears of everything. Thread-safe.
 */
final class ChangedAccounts {

    private record Change(long position, long heardAt) {}

    private final ConcurrentMap<String, Change> last = new ConcurrentHashMap<>();
    private final Duration remembered;
    private volatile long hearsBehind = Long.MAX_VALUE;

    /** @param remembered for longer than anything is kept in a cache */
    ChangedAccounts(Duration remembered) {
        this.remembered = remembered;
    }

    /** Whether nothing has happened to the account behind this position. Not, as long as nobody listens. */
    boolean isUpToDate(AccountId id, long position) {
        Change change = last.get(id.toString());
        return position >= hearsBehind && (change == null || position >= change.position());
    }

    void listenBehind(long position) {
        hearsBehind = position;
    }

    void listenNoMore() {
        hearsBehind = Long.MAX_VALUE;
    }

    void hear(String account, long position) {
        last.put(account, new Change(position, System.nanoTime()));
    }

    void forgetOld() {
        long now = System.nanoTime();
        last.values().removeIf(change -> now - change.heardAt() > remembered.toNanos());
    }
}
