package io.ledgerbank.app.story;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/** Many callers who transfer money until they are stopped, and remember what they asked for and what they were told. */
final class TransferLoad implements AutoCloseable {

    /** @param pounds in whole ones */
    record Transfer(String key, String from, String to, int pounds) {

        ApiClient.Answer askFrom(ApiClient service) {
            return service.with("Idempotency-Key", key)
                    .post("/api/payments", Orders.transfer(from, to, pounds + ".00", key));
        }
    }

    private final List<String> accounts;
    private final List<ApiClient> services;
    private final Queue<Transfer> asked = new ConcurrentLinkedQueue<>();
    private final Map<Transfer, String> acknowledged = new ConcurrentHashMap<>();
    private final Queue<ApiClient.Answer> others = new ConcurrentLinkedQueue<>();
    private final LongAdder unanswered = new LongAdder();
    private final List<Thread> callers = new ArrayList<>();
    private volatile boolean stopped;

    private TransferLoad(List<String> accounts, List<ApiClient> services) {
        this.accounts = accounts;
        this.services = services;
    }

    /** @param services among which the callers are distributed */
    static TransferLoad start(int callers, List<String> accounts, List<ApiClient> services) {
        TransferLoad load = new TransferLoad(accounts, services);
        for (int i = 0; i < callers; i++) {
            int caller = i;
            load.callers.add(Thread.ofVirtual().name("caller-" + i).start(() -> load.run(caller)));
        }
        return load;
    }

    List<Transfer> asked() {
        return List.copyOf(asked);
    }

    /** The payments' ids, by what was asked for. */
    Map<Transfer, String> acknowledged() {
        return Map.copyOf(acknowledged);
    }

    /** Answers that acknowledge nothing. */
    List<ApiClient.Answer> others() {
        return List.copyOf(others);
    }

    /** How many requests ended with no answer at all. */
    long unanswered() {
        return unanswered.sum();
    }

    /** Returns when every caller has its last answer. */
    @Override
    public void close() {
        stopped = true;
        try {
            for (Thread caller : callers) {
                caller.join(TimeUnit.MINUTES.toMillis(1));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(int caller) {
        Random random = new Random(caller);
        while (!stopped) {
            int from = random.nextInt(accounts.size());
            int to = (from + 1 + random.nextInt(accounts.size() - 1)) % accounts.size();
            Transfer transfer = new Transfer(
                    UUID.randomUUID().toString(), accounts.get(from), accounts.get(to), 1 + random.nextInt(9));
            asked.add(transfer);
            ask(transfer, services.get(caller % services.size()));
        }
    }

    private void ask(Transfer transfer, ApiClient service) {
        try {
            ApiClient.Answer answer = transfer.askFrom(service);
            if (answer.status() == 201) {
                acknowledged.put(transfer, answer.text("id"));
            } else {
                others.add(answer);
                Thread.sleep(50);
            }
        } catch (UncheckedIOException gone) {
            unanswered.increment();
            Thread.onSpinWait();
        } catch (InterruptedException e) {
            stopped = true;
        }
    }
}
