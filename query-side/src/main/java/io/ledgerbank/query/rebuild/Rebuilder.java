package io.ledgerbank.query.rebuild;

import io.ledgerbank.query.projection.Fault;
import io.ledgerbank.query.projection.Feed;
import io.ledgerbank.query.projection.ProjectionName;
import io.ledgerbank.query.projection.ProjectionProcessors;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Carries out, one after the other, the rebuilds that nobody else does. Thread-safe. */
public final class Rebuilder {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilder.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final ProjectionProcessors processors;
    private final RebuildTable rebuilds;
    private final Rebuilding rebuilding;
    private final Semaphore work = new Semaphore(0);
    private volatile Optional<Thread> running = Optional.empty();

    Rebuilder(ProjectionProcessors processors, RebuildTable rebuilds, Rebuilding rebuilding) {
        this.processors = processors;
        this.rebuilds = rebuilds;
        this.rebuilding = rebuilding;
    }

    /** There may be something to do. */
    void wake() {
        work.release();
    }

    /** From now on, and again after an end. */
    synchronized void start() {
        Thread thread = Thread.ofPlatform().name("rebuild").unstarted(this::run);
        running = Optional.of(thread);
        thread.start();
    }

    /** What it is about is left as it stands; another process goes on with it. */
    synchronized void stop() {
        Optional<Thread> stopped = running;
        running = Optional.empty();
        stopped.ifPresent(Thread::interrupt);
    }

    private boolean isWanted() {
        return running.filter(Thread.currentThread()::equals).isPresent();
    }

    private void run() {
        try (ScheduledExecutorService renewing = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("rebuild-lease").daemon().factory())) {
            while (isWanted()) {
                try {
                    next(renewing);
                } catch (InterruptedException | StoppedException stopped) {
                    break;
                } catch (RuntimeException e) {
                    LOG.warn("It is not known whether there is a rebuild to do: {}", e.getMessage());
                    pause();
                }
            }
            renewing.shutdownNow();
        }
    }

    private void next(ScheduledExecutorService renewing) throws InterruptedException {
        Map<ProjectionName, Feed<?>> feeds = processors.feeds();
        Optional<Claimed> claimed = feeds.isEmpty() ? Optional.empty() : rebuilds.claim(feeds.keySet());
        if (claimed.isEmpty()) {
            work.tryAcquire(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
            return;
        }
        Claimed rebuild = claimed.get();
        long often = rebuilds.lease().toMillis() / 4;
        var renewal = renewing.scheduleWithFixedDelay(() -> renew(rebuild), often, often, TimeUnit.MILLISECONDS);
        try {
            carryOut(rebuild, feeds);
        } finally {
            renewal.cancel(true);
        }
    }

    private void carryOut(Claimed rebuild, Map<ProjectionName, Feed<?>> feeds) {
        try {
            rebuilding.run(rebuild, Objects.requireNonNull(feeds.get(rebuild.projection())));
        } catch (NotOursException taken) {
            LOG.info("{}", taken.getMessage());
        } catch (StoppedException stopped) {
            Thread.interrupted(); // Nobody would be given a connection.
            rebuilds.release(rebuild);
            throw stopped;
        } catch (RuntimeException e) {
            fail(rebuild, e);
        }
    }

    /** Of what passes by itself somebody goes on when the lease is over. */
    private void fail(Claimed rebuild, RuntimeException failure) {
        if (passes(failure)) {
            LOG.warn("Rebuild {} has to wait: {}", rebuild.id(), failure.getMessage());
            return;
        }
        LOG.error("Rebuild {} of {} failed", rebuild.id(), rebuild.projection().code(), failure);
        rebuilds.fail(rebuild.id(), Fault.wordsOf(failure));
    }

    private static boolean passes(RuntimeException failure) {
        return failure instanceof TransientDataAccessException
                || failure instanceof RecoverableDataAccessException
                || failure instanceof DataAccessResourceFailureException
                || failure instanceof CannotCreateTransactionException;
    }

    private void renew(Claimed rebuild) {
        try {
            rebuilds.renew(rebuild);
        } catch (RuntimeException e) {
            LOG.warn("Rebuild {} could not be renewed: {}", rebuild.id(), e.getMessage());
        }
    }

    private void pause() {
        try {
            Thread.sleep(LOOK_AGAIN);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
