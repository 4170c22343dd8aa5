package io.ledgerbank.simulator;

import io.ledgerbank.simulator.Behaviour.Notices;
import io.ledgerbank.simulator.journal.JournalRecord.Decided;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Announces outcomes to the configured address in the background, a few attempts each; failing harms nobody. Thread-safe. */
final class Notifier implements AutoCloseable {

    static final int ATTEMPTS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(Notifier.class);

    private final Optional<NotificationTarget> target;
    private final Executor executor;
    private final Pause pause;
    private final Duration retryDelay;
    private final Clock clock;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    Notifier(Optional<NotificationTarget> target, SimulatorSettings settings, Executor executor, Pause pause) {
        this.target = target;
        this.executor = executor;
        this.pause = pause;
        this.retryDelay = settings.retryDelay();
        this.clock = settings.clock();
    }

    /** Sends the same delivery, with the same delivery id, so many times over. */
    void announce(Decided decision, Notices notices) {
        if (target.isEmpty() || notices.copies() == 0) {
            return;
        }
        byte[] body = Json.MAPPER.writeValueAsBytes(
                Notification.of(UUID.randomUUID().toString(), PaymentAnswer.of(decision)));
        try {
            executor.execute(() -> announce(target.get(), decision.instructionId(), body, notices));
        } catch (RejectedExecutionException stopping) {
            LOG.debug("Not announced, the simulator is stopping: {}", decision.instructionId());
        }
    }

    private void announce(NotificationTarget to, String instructionId, byte[] body, Notices notices) {
        try {
            pause.of(notices.after());
        } catch (Pause.Interrupted stopping) {
            LOG.debug("Never announced, the simulator is stopping: {}", instructionId);
            return;
        }
        for (int copy = 0; copy < notices.copies(); copy++) {
            deliver(to, instructionId, body);
        }
    }

    private void deliver(NotificationTarget to, String instructionId, byte[] body) {
        try {
            Duration delay = retryDelay;
            for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
                if (isTaken(to, body)) {
                    return;
                }
                if (attempt < ATTEMPTS) {
                    pause.of(delay);
                    delay = delay.multipliedBy(2);
                }
            }
            LOG.warn("Gave up announcing instruction {} after {} attempts", instructionId, ATTEMPTS);
        } catch (Pause.Interrupted | InterruptedException stopping) {
            LOG.debug("Stopped announcing instruction {}", instructionId);
        }
    }

    private boolean isTaken(NotificationTarget to, byte[] body) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(to.url())
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("X-Webhook-Signature", Signature.of(body, to.secret()))
                .header("X-Webhook-Timestamp", Long.toString(clock.instant().getEpochSecond()))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() / 100 == 2;
        } catch (IOException unreachable) {
            return false;
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
