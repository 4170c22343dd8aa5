package io.ledgerbank.query.payment;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.user.Caller;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps telling callers what happens to a payment, each in a thread of its own. Thread-safe. */
final class PaymentStreams {

    /** Where the steps go. */
    interface Listener {

        void tell(PaymentStep step) throws IOException;

        /** Lets the network and its proxies know that the connection is still wanted. */
        void stillThere() throws IOException;

        void end();
    }

    private static final Logger LOG = LoggerFactory.getLogger(PaymentStreams.class);
    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final int MOST_AT_ONCE = 500;

    private final PaymentHistories histories;
    private final PaymentFeed feed;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    PaymentStreams(PaymentHistories histories, PaymentFeed feed) {
        this.histories = histories;
        this.feed = feed;
    }

    /**
     * @param after the sequence of the last step that the caller has, −1 for none
     * @param until in nanoseconds of {@link System#nanoTime()}, when the caller has to ask anew
     * @throws RejectedException {@code payment_not_found}; {@code service_unavailable} when too many are watching
     */
    void stream(PaymentId id, Caller caller, long after, long until, Listener listener) {
        histories.of(id, caller);
        if (!places.tryAcquire()) {
            throw new RejectedException(Reason.SERVICE_UNAVAILABLE, "Too many are watching payments; try again");
        }
        Semaphore news = feed.watch(id);
        Thread.ofVirtual().name("payment-stream").start(() -> {
            try {
                keepTelling(id, caller, after, until, news, listener);
                listener.end();
            } catch (IOException | IllegalStateException gone) {
                LOG.debug("Somebody who watched payment {} has left", id);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                feed.forget(id, news);
                places.release();
            }
        });
    }

    private void keepTelling(PaymentId id, Caller caller, long after, long until, Semaphore news, Listener listener)
            throws IOException, InterruptedException {
        long told = after;
        while (feed.isOpen() && System.nanoTime() < until) {
            List<PaymentStep> steps = histories.of(id, caller);
            for (PaymentStep step : steps) {
                if (step.sequence() > told) {
                    listener.tell(step);
                    told = step.sequence();
                }
            }
            if (!news.tryAcquire(SILENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                listener.stillThere();
            }
            news.drainPermits();
        }
    }
}
