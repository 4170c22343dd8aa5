package io.ledgerbank.command.forgetting;

import io.ledgerbank.command.personal.PersonKeys;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Lets each node drop the keys that another has erased, and finishes what a crash has interrupted. */
final class ForgettingSchedule implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ForgettingSchedule.class);
    private static final int EVERY_SECONDS = 5;

    private final PersonKeys keys;
    private final DeletedUsers deleted;
    private final Forgetting forgetting;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("forgetting-persons").daemon().factory());
    private volatile boolean running;

    ForgettingSchedule(PersonKeys keys, DeletedUsers deleted, Forgetting forgetting) {
        this.keys = keys;
        this.deleted = deleted;
        this.forgetting = forgetting;
    }

    @Override
    public void start() {
        running = true;
        thread.scheduleWithFixedDelay(this::look, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
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
            keys.dropErased();
            deleted.notForgotten().forEach(forgetting::forget);
        } catch (RuntimeException e) {
            LOG.warn("Forgetting persons has failed; it is tried again", e);
        }
    }
}
