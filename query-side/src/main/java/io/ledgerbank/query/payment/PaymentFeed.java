package io.ledgerbank.query.payment;

import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.PaymentEvent;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the end of the log with one thread and wakes those who watch the payments that something happens to. Being woken
 * means to look, no more: it may be for nothing, and who is not woken looks now and then all the same. Thread-safe.
 */
final class PaymentFeed implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PaymentFeed.class);
    private static final int PATIENCE_SECONDS = 1;

    private final EventStore log;
    private final Map<PaymentId, Set<Semaphore>> watchers = new ConcurrentHashMap<>();
    private volatile boolean open = true;
    private volatile boolean following;

    PaymentFeed(EventStore log) {
        this.log = log;
    }

    /** Released whenever there may be something new about the payment, until {@link #forget}. */
    Semaphore watch(PaymentId id) {
        Semaphore news = new Semaphore(0);
        watchers.computeIfAbsent(id, payment -> ConcurrentHashMap.newKeySet()).add(news);
        follow();
        return news;
    }

    void forget(PaymentId id, Semaphore news) {
        watchers.computeIfPresent(id, (payment, all) -> {
            all.remove(news);
            return all.isEmpty() ? null : all;
        });
    }

    boolean isOpen() {
        return open;
    }

    /** Lets everybody who watches look once more and see that it is over. */
    @Override
    public void close() {
        open = false;
        watchers.values().forEach(all -> all.forEach(Semaphore::release));
    }

    private synchronized void follow() {
        if (!following && open) {
            following = true;
            Thread.ofPlatform().daemon().name("payment-feed").start(this::run);
        }
    }

    private void run() {
        try (BlockingStream<TrackedEventMessage<?>> tail = log.openStream(log.createHeadToken())) {
            while (open && !watchers.isEmpty()) {
                if (tail.hasNextAvailable(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    tell(tail.nextAvailable());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("Those who watch payments have to look for themselves for a while", e);
        } finally {
            following = false;
        }
        if (!watchers.isEmpty()) {
            watchers.values().forEach(all -> all.forEach(Semaphore::release));
        }
    }

    private void tell(TrackedEventMessage<?> message) {
        if (PaymentEvent.class.isAssignableFrom(message.getPayloadType())) {
            Set<Semaphore> all = watchers.get(((PaymentEvent) message.getPayload()).paymentId());
            if (all != null) {
                all.forEach(Semaphore::release);
            }
        }
    }
}
