package io.ledgerbank.query.rebuild;

import io.ledgerbank.query.projection.LogPosition;
import io.ledgerbank.query.projection.Projection;
import io.ledgerbank.query.projection.Recorded;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;

/**
 * Reads a part of the log in its order, a page ahead of whoever writes, and decodes each page on several threads. At no time
 * are more than two pages in memory. For one thread.
 */
final class LogPages<E> implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int SLICES = 4;

    /** @param position of the last event that was read, whether the projection has a use for it or not */
    record Page<E>(List<Recorded<E>> events, long position) {}

    private final BlockingStream<TrackedEventMessage<?>> log;
    private final Projection<E> projection;
    private final ExecutorService threads;
    private final int size;
    private final long to;
    private long read;
    private Optional<Future<Page<E>>> ahead;

    /**
     * @param from the position behind which the first page begins
     * @param to the position of the last event of the last page
     * @param size the most events of a page
     * @param threads on which pages are read and decoded; at least two
     */
    LogPages(
            StreamableMessageSource<TrackedEventMessage<?>> log,
            Projection<E> projection,
            long from,
            long to,
            int size,
            ExecutorService threads) {
        this.log = log.openStream(new GlobalSequenceTrackingToken(from));
        this.projection = projection;
        this.threads = threads;
        this.size = size;
        this.to = to;
        this.read = from;
        this.ahead = begin();
    }

    /**
     * Nothing behind the last.
     *
     * @throws StoppedException when the thread is interrupted
     */
    Optional<Page<E>> next() {
        if (ahead.isEmpty()) {
            return Optional.empty();
        }
        try {
            Page<E> page = result(ahead.get());
            ahead = begin();
            return Optional.of(page);
        } catch (InterruptedException stopped) {
            throw new StoppedException(stopped);
        }
    }

    /** What is being read is not used. */
    @Override
    public void close() {
        ahead.ifPresent(reading -> reading.cancel(true));
        log.close();
    }

    private Optional<Future<Page<E>>> begin() {
        return read < to ? Optional.of(threads.submit(this::page)) : Optional.empty();
    }

    private Page<E> page() throws InterruptedException {
        List<TrackedEventMessage<?>> messages = new ArrayList<>();
        while (read < to && messages.size() < size) {
            if (!log.hasNextAvailable(Math.toIntExact(PATIENCE.toMillis()), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("The log ends at " + read + " and not at " + to);
            }
            TrackedEventMessage<?> message = log.nextAvailable();
            messages.add(message);
            read = LogPosition.of(message.trackingToken());
        }
        return new Page<>(decoded(messages), read);
    }

    private List<Recorded<E>> decoded(List<TrackedEventMessage<?>> messages) throws InterruptedException {
        int slice = Math.max(1, Math.ceilDiv(messages.size(), SLICES));
        List<Callable<List<Recorded<E>>>> work = new ArrayList<>();
        for (int from = 0; from < messages.size(); from += slice) {
            List<TrackedEventMessage<?>> part = messages.subList(from, Math.min(messages.size(), from + slice));
            work.add(() -> decode(part));
        }
        List<Recorded<E>> events = new ArrayList<>(messages.size());
        for (Future<List<Recorded<E>>> part : threads.invokeAll(work)) {
            events.addAll(result(part));
        }
        return events;
    }

    private List<Recorded<E>> decode(List<TrackedEventMessage<?>> messages) {
        return messages.stream()
                .map(message -> Recorded.of(message, projection))
                .flatMap(Optional::stream)
                .toList();
    }

    private static <T> T result(Future<T> done) throws InterruptedException {
        try {
            return done.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException unexpected) {
                throw unexpected;
            }
            throw new IllegalStateException("The log could not be read", failed);
        }
    }
}
