package io.ledgerbank.query.account;

import io.ledgerbank.api.id.AccountId;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.cache.Cache;

/**
 * Balances from a cache, as long as nothing has happened to the account since they were read. A balance tells the position of
 * the log that it belongs to, so that none is given out that is older than the account's last event that this process has
 * heard of, or than what the reader wants to see. A cache that is away is none. Thread-safe.
 */
final class RecentBalances {

    private static final Logger LOG = LoggerFactory.getLogger(RecentBalances.class);

    private final BalanceReader reader;
    private final Cache cache;
    private final ChangedAccounts changed;

    RecentBalances(BalanceReader reader, Cache cache, ChangedAccounts changed) {
        this.reader = reader;
        this.cache = cache;
        this.changed = changed;
    }

    /** @param atLeast the position of a write that it must show */
    Optional<KnownBalance> now(AccountId id, long atLeast) {
        Optional<KnownBalance> known =
                kept(id).filter(balance -> balance.position() >= atLeast && changed.isUpToDate(id, balance.position()));
        return known.isPresent() ? known : read(id);
    }

    /** Reads those that are most likely to be asked for. */
    void warm(List<AccountId> ids) {
        ids.forEach(this::read);
    }

    void evictAll() {
        quietly(cache::clear);
    }

    private Optional<KnownBalance> read(AccountId id) {
        Optional<KnownBalance> read = reader.now(id);
        read.filter(balance -> changed.isUpToDate(id, balance.position()))
                .ifPresent(balance -> quietly(() -> cache.put(id.toString(), balance.text())));
        return read;
    }

    private Optional<KnownBalance> kept(AccountId id) {
        try {
            return Optional.ofNullable(cache.get(id.toString(), String.class)).map(KnownBalance::parse);
        } catch (RuntimeException away) {
            LOG.debug("The cache cannot be read", away);
            return Optional.empty();
        }
    }

    private static void quietly(Runnable change) {
        try {
            change.run();
        } catch (RuntimeException away) {
            LOG.debug("The cache cannot be written", away);
        }
    }
}
