package io.ledgerbank.app.story;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Callers who order so many external payments and ask for each, under its key, until it is acknowledged. */
final class ExternalLoad implements AutoCloseable {

    private static final int CALLERS = 8;
    private static final long PAUSE_MILLIS = 200;

    private final String run;
    private final int payments;
    private final List<String> accounts;
    private final AtomicReference<ApiClient> service;
    private final AtomicInteger next = new AtomicInteger();
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();
    private final Queue<ApiClient.Answer> refused = new ConcurrentLinkedQueue<>();
    private final List<Thread> callers = new ArrayList<>();
    private volatile boolean stopped;

    private ExternalLoad(String run, int payments, List<String> accounts, ApiClient service) {
        this.run = run;
        this.payments = payments;
        this.accounts = accounts;
        this.service = new AtomicReference<>(service);
    }

    /** @param run begins the end-to-end id of every payment */
    static ExternalLoad start(String run, int payments, List<String> accounts, ApiClient service) {
        ExternalLoad load = new ExternalLoad(run, payments, accounts, service);
        for (int i = 0; i < CALLERS; i++) {
            load.callers.add(Thread.ofVirtual().name("caller-" + i).start(load::run));
        }
        return load;
    }

    /** Where the service is now. */
    void turnTo(ApiClient another) {
        service.set(another);
    }

    /** The payments' ids by their end-to-end ids. */
    Map<String, String> acknowledged() {
        return Map.copyOf(acknowledged);
    }

    List<ApiClient.Answer> refused() {
        return List.copyOf(refused);
    }

    private void run() {
        for (int number = next.getAndIncrement(); number < payments && !stopped; number = next.getAndIncrement()) {
            String id = run + "-" + number;
            while (!stopped && !isAcknowledged(id, accounts.get(number % accounts.size()))) {
                pause();
            }
        }
    }

    private boolean isAcknowledged(String id, String account) {
        try {
            ApiClient.Answer answer = service.get()
                    .with("Idempotency-Key", id)
                    .post("/api/payments", Orders.externalKnownAs(id, account, "1.00"));
            if (answer.status() == 201) {
                acknowledged.put(id, answer.text("id"));
                return true;
            }
            if (answer.status() != 503) {
                refused.add(answer);
                stopped = true;
            }
            return false;
        } catch (UncheckedIOException gone) {
            return false;
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            stopped = true;
        }
    }

    /** Returns when every payment is acknowledged, or one was refused. */
    void join(long minutes) {
        try {
            for (Thread caller : callers) {
                caller.join(TimeUnit.MINUTES.toMillis(minutes));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stopped = true;
        join(1);
    }
}
