package io.ledgerbank.query.account;

import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.query.projection.LogPosition;
import io.ledgerbank.query.projection.ProjectionName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Listens to the log for whatever happens to accounts, on each process that has a cache, and looks once a second whether other
 * rows are read than before. While it does not listen, nothing is answered from the cache.
 */
final class BalanceEviction {

    private static final Logger LOG = LoggerFactory.getLogger(BalanceEviction.class);

    private static final String ACCOUNT = "Account";
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private static final String SWAPPED = """
            SELECT coalesce(max(updated_at), '-infinity')::text FROM readmodel.rebuild
            WHERE projection = :projection AND state IN ('SWAPPED', 'ROLLED_BACK')""";

    private static final String NEWEST =
            "SELECT id FROM readmodel.account ORDER BY opened_at DESC, position DESC LIMIT :most";

    private static final Duration LONGEST_END = Duration.ofSeconds(2);
    private static final int WARMED = 1_000;

    private final ChangedAccounts changed;
    private final RecentBalances balances;
    private final JdbcClient jdbc;
    private volatile Optional<Thread> listening = Optional.empty();

    BalanceEviction(ChangedAccounts changed, RecentBalances balances, JdbcClient jdbc) {
        this.changed = changed;
        this.balances = balances;
        this.jdbc = jdbc;
    }

    synchronized void start(StreamableMessageSource<TrackedEventMessage<?>> log) {
        Thread thread = Thread.ofPlatform().name("balance-eviction").daemon().unstarted(() -> listenOn(log));
        listening = Optional.of(thread);
        thread.start();
    }

    /** It may be started again afterwards. */
    synchronized void stop() {
        Optional<Thread> stopped = listening;
        listening = Optional.empty();
        stopped.ifPresent(BalanceEviction::end);
    }

    private static void end(Thread thread) {
        thread.interrupt();
        try {
            thread.join(LONGEST_END);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isWanted() {
        return listening.filter(Thread.currentThread()::equals).isPresent();
    }

    private void listenOn(StreamableMessageSource<TrackedEventMessage<?>> log) {
        while (isWanted()) {
            try {
                listen(log);
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("Balances are not answered from the cache for now: {}", e.getMessage());
                pause();
            } finally {
                changed.listenNoMore();
            }
        }
    }

    private void listen(StreamableMessageSource<TrackedEventMessage<?>> log) throws InterruptedException {
        @Nullable TrackingToken head = log.createHeadToken();
        try (BlockingStream<TrackedEventMessage<?>> events = log.openStream(head)) {
            String rows = swapped();
            begin(head == null ? LogPosition.NONE : LogPosition.of(head));
            long lookedAt = System.nanoTime();
            while (isWanted()) {
                if (events.hasNextAvailable(Math.toIntExact(LOOK_AGAIN.toMillis()), TimeUnit.MILLISECONDS)) {
                    hear(events.nextAvailable());
                }
                if (System.nanoTime() - lookedAt > LOOK_AGAIN.toNanos()) {
                    lookedAt = System.nanoTime();
                    changed.forgetOld();
                    if (!rows.equals(swapped())) {
                        return;
                    }
                }
            }
        }
    }

    private void begin(long head) {
        balances.evictAll();
        changed.listenBehind(head);
        List<AccountId> newest = jdbc.sql(NEWEST).param("most", WARMED).query(UUID.class).list().stream()
                .map(AccountId::new)
                .toList();
        balances.warm(newest);
    }

    /** Nothing is sent to the cache, which may be slow: whoever finds there what is outdated puts something newer in its place. */
    private void hear(TrackedEventMessage<?> message) {
        if (message instanceof DomainEventMessage<?> event && event.getType().equals(ACCOUNT)) {
            changed.hear(event.getAggregateIdentifier(), LogPosition.of(message.trackingToken()));
        }
    }

    private String swapped() {
        return jdbc.sql(SWAPPED)
                .param("projection", ProjectionName.ACCOUNTS.code())
                .query(String.class)
                .single();
    }

    private void pause() {
        try {
            Thread.sleep(LOOK_AGAIN);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
