package io.ledgerbank.benchmarks.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;

/** Callers, each with a thread of its own, who wait for an answer before they ask again. */
public record Callers(int count) {

    /** As fast as the answers come; each at least once. */
    public Rate ask(Duration time, Request request) throws Exception {
        return together(time, end -> eager(end, request));
    }

    /**
     * Together at a steady rate. A caller who falls behind makes up for it, and the wait counts from when it was due, so
     * that a slow answer does not hide those behind it.
     */
    public Rate askAt(long perSecond, Duration time, Request request) throws Exception {
        long interval = Duration.ofSeconds(count).toNanos() / Math.max(1, perSecond);
        return together(time, end -> steady(end, interval, request));
    }

    /** What one caller does until some nanosecond; returns how long each answer took. */
    private interface Loop {
        long[] until(long end) throws Exception;
    }

    private Rate together(Duration time, Loop loop) throws Exception {
        long begin = System.nanoTime();
        List<Callable<long[]>> loops = Collections.nCopies(count, () -> loop.until(begin + time.toNanos()));
        try (ExecutorService threads = Executors.newFixedThreadPool(count)) {
            List<long[]> latencies = new ArrayList<>();
            for (Future<long[]> answered : threads.invokeAll(loops)) {
                latencies.add(answered.get());
            }
            return Rate.of(
                    latencies.stream().flatMapToLong(LongStream::of), Duration.ofNanos(System.nanoTime() - begin));
        }
    }

    private static long[] eager(long end, Request request) throws Exception {
        LongStream.Builder latencies = LongStream.builder();
        long begun = System.nanoTime();
        do {
            request.send();
            long answered = System.nanoTime();
            latencies.add(answered - begun);
            begun = answered;
        } while (begun < end);
        return latencies.build().toArray();
    }

    private static long[] steady(long end, long interval, Request request) throws Exception {
        LongStream.Builder latencies = LongStream.builder();
        long first = System.nanoTime() + ThreadLocalRandom.current().nextLong(interval);
        for (long due = first; due < end; due += interval) {
            LockSupport.parkNanos(due - System.nanoTime());
            request.send();
            latencies.add(System.nanoTime() - due);
        }
        return latencies.build().toArray();
    }
}
