package io.ledgerbank.command.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Runs tasks at the same time. */
public interface InParallel {

    /** Fails when a task does, or when all of them have not ended within a minute. */
    static <T> List<T> run(int threads, List<Callable<T>> tasks) throws Exception {
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            List<T> results = new ArrayList<>();
            for (Future<T> result : executor.invokeAll(tasks, 1, TimeUnit.MINUTES)) {
                results.add(result.get());
            }
            return results;
        }
    }
}
