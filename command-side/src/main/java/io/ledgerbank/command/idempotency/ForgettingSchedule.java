package io.ledgerbank.command.idempotency;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Has old answers forgotten a while after the start and then once a day, as long as the application runs. */
final class ForgettingSchedule implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ForgettingSchedule.class);

    private static final Duration FIRST = Duration.ofMinutes(10);
    private static final Duration EVERY = Duration.ofDays(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ForgettingAnswers answers;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("forgetting-answers").daemon().factory());
    private volatile boolean running;

    ForgettingSchedule(ForgettingAnswers answers) {
        this.answers = answers;
    }

    @Override
    public void start() {
        running = true;
        thread.scheduleWithFixedDelay(this::forget, FIRST.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        running = false;
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("Answers are still being forgotten");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Before the database goes. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE / 2;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void forget() {
        try {
            answers.run(() -> running);
        } catch (RuntimeException e) {
            LOG.warn("Old answers to idempotency keys could not be forgotten; it is tried again in a day", e);
        }
    }
}
