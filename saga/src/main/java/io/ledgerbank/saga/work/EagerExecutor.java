package io.ledgerbank.saga.work;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A fixed number of named threads that look for more work whenever one of them has finished. */
final class EagerExecutor extends ThreadPoolExecutor {

    private volatile Runnable lookForMore = () -> {};

    EagerExecutor(String queue, int threads) {
        super(threads, threads, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
        var number = new AtomicInteger();
        setThreadFactory(work -> new Thread(work, queue + "-worker-" + number.incrementAndGet()));
    }

    void whenFree(Runnable action) {
        lookForMore = action;
    }

    @Override
    protected void afterExecute(Runnable work, @Nullable Throwable failure) {
        lookForMore.run();
    }
}
