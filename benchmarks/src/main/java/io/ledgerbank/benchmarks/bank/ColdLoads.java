package io.ledgerbank.benchmarks.bank;

import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.benchmarks.load.Rate;
import io.ledgerbank.command.account.Account;
import io.ledgerbank.command.lane.AggregateCache;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.stream.LongStream;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.Repository;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Loads accounts of which a bank has nothing in memory, as after a restart, and keeps their state. For one thread. */
public final class ColdLoads {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(2);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Repository<Account> accounts;
    private final Snapshotter snapshotter;
    private final AggregateCache cache;
    private final JdbcClient jdbc;

    public ColdLoads(Bank bank) {
        this.accounts = bank.context().getBean(Configuration.class).repository(Account.class);
        this.snapshotter = bank.context().getBean(Snapshotter.class);
        this.cache = bank.context().getBean(AggregateCache.class);
        this.jdbc = JdbcClient.create(bank.database());
    }

    /** One load after the other. */
    public Rate loads(AccountId account, Duration time) {
        long begin = System.nanoTime();
        LongStream.Builder loads = LongStream.builder();
        do {
            cache.removeAll();
            long started = System.nanoTime();
            posted(account);
            loads.add(System.nanoTime() - started);
        } while (System.nanoTime() - begin < time.toNanos());
        return Rate.of(loads.build(), Duration.ofNanos(System.nanoTime() - begin));
    }

    public Money posted(AccountId account) {
        return DefaultUnitOfWork.startAndGet(null)
                .executeWithResult(() -> accounts.load(account.toString())
                        .invoke(loaded -> loaded.facts().posted()))
                .getPayload();
    }

    /** Has a snapshot taken. */
    void keep(AccountId account, long sequence) throws InterruptedException, TimeoutException {
        cache.removeAll();
        snapshotter.scheduleSnapshot(Account.class, account.toString());
        long begin = System.nanoTime();
        while (kept(account) < sequence) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new TimeoutException("There is no snapshot after " + PATIENCE);
            }
            Thread.sleep(LOOK_AGAIN);
        }
    }

    /** The sequence of the newest snapshot's event. */
    public long kept(AccountId account) {
        return jdbc.sql("SELECT coalesce(max(sequence), -1) FROM eventlog.snapshot WHERE stream_id = ?")
                .param(account.toString())
                .query(Long.class)
                .single();
    }
}
