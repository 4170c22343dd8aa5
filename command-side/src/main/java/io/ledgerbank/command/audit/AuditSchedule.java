package io.ledgerbank.command.audit;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Signs checkpoints and verifies the log in the background, each on one thread, as long as the application runs. */
final class AuditSchedule implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AuditSchedule.class);

    /** How soon one node takes over what another has left. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Checkpointing checkpointing;
    private final Verifications verifications;
    private final VerificationRunner runner;
    private final Evidence evidence;
    private final Duration checkpointEvery;
    private final Optional<Duration> verifyEvery;

    private final ScheduledExecutorService signing = scheduler("checkpoints");
    private final ScheduledExecutorService verifying = scheduler("verification");
    private final Stop stop = new Stop();
    private volatile boolean running;

    /** @param verifyEvery nothing when verifications are to be asked for */
    AuditSchedule(
            Checkpointing checkpointing,
            Verifications verifications,
            VerificationRunner runner,
            Evidence evidence,
            Duration checkpointEvery,
            Optional<Duration> verifyEvery) {
        this.checkpointing = checkpointing;
        this.verifications = verifications;
        this.runner = runner;
        this.evidence = evidence;
        this.checkpointEvery = checkpointEvery;
        this.verifyEvery = verifyEvery;
    }

    @Override
    public void start() {
        running = true;
        repeat(signing, () -> checkpointing.run(stop), Evidence.Work.SIGNING, checkpointEvery);
        repeat(verifying, this::verify, Evidence.Work.VERIFYING, LOOK_EVERY);
    }

    /** Does not wait for the next look at what is asked for. */
    void wake() {
        verifying.execute(surviving(this::verify, Evidence.Work.VERIFYING));
    }

    /** What is in the middle of something saves how far it has come. */
    @Override
    public void stop() {
        running = false;
        stop.ask();
        signing.shutdownNow();
        verifying.shutdownNow();
        awaitEndOf(signing);
        awaitEndOf(verifying);
    }

    /** Stops after the web server, whose last requests may still ask for something, and before the database. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE / 2;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void verify() {
        try {
            verifyEvery.ifPresent(verifications::requestWhenDue);
            runner.runPending(stop);
        } finally {
            evidence.remember(verifications.newest(), verifications.newestFinished());
        }
    }

    private void repeat(ScheduledExecutorService scheduler, Runnable task, Evidence.Work work, Duration every) {
        scheduler.scheduleWithFixedDelay(
                surviving(task, work), every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A schedule ends with the first exception that it sees. */
    private Runnable surviving(Runnable task, Evidence.Work work) {
        return () -> {
            try {
                task.run();
                evidence.succeeded(work);
            } catch (Stop.Stopped stopping) {
                LOG.debug("Given up, because the service stops");
            } catch (RuntimeException e) {
                evidence.failed(work);
                LOG.warn("{} the event log has failed; it is tried again", work, e);
            }
        };
    }

    private static void awaitEndOf(ExecutorService executor) {
        try {
            if (!executor.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("Work on the event log goes on while the service stops");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ScheduledExecutorService scheduler(String name) {
        return Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon().factory());
    }
}
