package io.ledgerbank.simulator;

import java.util.concurrent.atomic.AtomicLong;

/** The faults of one bank, changed while it runs; a restart forgets them. Thread-safe. */
final class FaultBook {

    private final HostedBank bank;
    private volatile Faults current;
    private final AtomicLong inquiries = new AtomicLong();

    FaultBook(HostedBank bank) {
        this.bank = bank;
        this.current = Faults.of(bank);
    }

    HostedBank bank() {
        return bank;
    }

    Faults current() {
        return current;
    }

    void set(Faults faults) {
        current = faults;
    }

    void clear() {
        current = Faults.of(bank);
    }

    /** Counts the inquiry, and says whether it is answered. */
    boolean answersInquiry() {
        return current().answersInquiry(inquiries.incrementAndGet());
    }
}
