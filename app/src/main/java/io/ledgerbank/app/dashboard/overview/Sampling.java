package io.ledgerbank.app.dashboard.overview;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Takes a sample every ten seconds, so that whoever opens the page sees where things come from. */
final class Sampling implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Sampling.class);
    private static final Duration EVERY = Duration.ofSeconds(10);

    private final Pulse pulse;
    private final History history;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("dashboard-sampling").unstarted(task));
    private volatile boolean running;

    Sampling(Pulse pulse, History history) {
        this.pulse = pulse;
        this.history = history;
    }

    @Override
    public void start() {
        running = true;
        var unused = timer.scheduleWithFixedDelay(this::sample, 1, EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        running = false;
        timer.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void sample() {
        try {
            history.add(pulse.take().sample());
        } catch (RuntimeException e) {
            LOG.debug("A sample of the dashboard's figures is missing", e);
        }
    }
}
