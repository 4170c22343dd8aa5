package io.ledgerbank.query.erasure;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Looks now and then whether a read model has somebody again who was forgotten while it was being rebuilt. */
final class ErasingSchedule implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ErasingSchedule.class);
    private static final int EVERY_MINUTES = 10;

    private final Erasing erasing;
    private volatile ScheduledExecutorService thread = newThread();
    private volatile boolean running;

    ErasingSchedule(Erasing erasing) {
        this.erasing = erasing;
    }

    /** It may have been stopped before. */
    @Override
    public void start() {
        if (thread.isShutdown()) {
            thread = newThread();
        }
        running = true;
        thread.scheduleWithFixedDelay(this::look, EVERY_MINUTES, EVERY_MINUTES, TimeUnit.MINUTES);
    }

    @Override
    public void stop() {
        running = false;
        thread.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** A schedule ends with the first exception that it sees. */
    private void look() {
        try {
            erasing.eraseAll();
        } catch (RuntimeException e) {
            LOG.warn("Erasing forgotten persons has failed; it is tried again", e);
        }
    }

    private static ScheduledExecutorService newThread() {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("erasing").daemon().factory());
    }
}
