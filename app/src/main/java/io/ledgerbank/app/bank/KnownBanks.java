package io.ledgerbank.app.bank;

import io.ledgerbank.api.bank.Bank;
import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.bank.BankEvent;
import io.ledgerbank.api.bank.BankRegister;
import io.ledgerbank.api.bank.Banks;
import io.ledgerbank.api.bank.Branch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The banks that the installation names, and those that administrators added, which are remembered for half an hour: whoever
 * asks later gets what is remembered, and it is read anew behind their back. Thread-safe.
 */
final class KnownBanks implements Banks {

    private static final Logger LOG = LoggerFactory.getLogger(KnownBanks.class);
    private static final Duration REMEMBERED_FOR = Duration.ofMinutes(30);

    private final List<Bank> named;
    private final Supplier<EventStore> log;
    private final Clock clock;
    private final AtomicReference<Memory> memory = new AtomicReference<>(Memory.NOTHING);

    KnownBanks(List<Bank> named, Supplier<EventStore> log, Clock clock) {
        this.named = List.copyOf(named);
        this.log = log;
        this.clock = clock;
    }

    /** @param until when it is read anew */
    private record Memory(BankRegister register, List<Bank> all, Instant until) {

        static final Memory NOTHING = new Memory(BankRegister.EMPTY, List.of(), Instant.MAX);

        Memory keptUntil(Instant later) {
            return new Memory(register, all, later);
        }
    }

    @Override
    public List<Bank> all() {
        Memory known = known();
        return known.all().isEmpty() ? named : known.all();
    }

    @Override
    public List<Bank> named() {
        return named;
    }

    @Override
    public List<Branch> branchesOf(BankCode code) {
        return known().register().branchesOf(code);
    }

    /** Reads what administrators added; before the first time nothing of it is known. */
    @Override
    public void refresh() {
        BankRegister register = read();
        List<Bank> all = Stream.concat(named.stream(), register.all().stream()).toList();
        memory.set(new Memory(register, all, clock.instant().plus(REMEMBERED_FOR)));
    }

    private Memory known() {
        Memory known = Objects.requireNonNull(memory.get());
        Instant now = clock.instant();
        if (now.isAfter(known.until()) && memory.compareAndSet(known, known.keptUntil(now.plus(REMEMBERED_FOR)))) {
            Thread.ofVirtual().name("banks").start(this::refreshQuietly);
        }
        return known;
    }

    private void refreshQuietly() {
        try {
            refresh();
        } catch (RuntimeException unreadable) {
            LOG.warn("The banks that administrators added cannot be read; what is known of them stays", unreadable);
        }
    }

    private BankRegister read() {
        DomainEventStream events = log.get().readEvents(BankRegister.STREAM, 0);
        BankRegister register = BankRegister.EMPTY;
        while (events.hasNext()) {
            register = register.after((BankEvent) events.next().getPayload());
        }
        return register;
    }
}
