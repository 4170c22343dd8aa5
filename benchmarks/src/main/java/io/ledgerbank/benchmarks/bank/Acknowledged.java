package io.ledgerbank.benchmarks.bank;

import io.ledgerbank.api.id.PaymentId;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The payments that callers were told are done. Thread-safe. */
public final class Acknowledged {

    private final Queue<PaymentId> payments = new ConcurrentLinkedQueue<>();

    public void add(PaymentId payment) {
        payments.add(payment);
    }

    public int count() {
        return payments.size();
    }

    List<PaymentId> all() {
        return List.copyOf(payments);
    }
}
