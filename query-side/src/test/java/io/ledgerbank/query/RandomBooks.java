package io.ledgerbank.query;

import static io.ledgerbank.query.Books.pounds;

import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.query.projection.Recorded;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;

/** A history of few accounts and all kinds of payments, many of them open at the same time. For one thread. */
public final class RandomBooks {

    private static final int ACCOUNTS = 12;
    private static final Money AMOUNT = pounds("1");

    private final Random random;
    private final InMemoryEventStorageEngine engine = new InMemoryEventStorageEngine();
    private final Books books =
            new Books(EmbeddedEventStore.builder().storageEngine(engine).build(), NoTransactionManager.instance());
    private final List<AccountId> accounts = new ArrayList<>();
    private final List<Open> open = new ArrayList<>();
    private final List<Open> scheduled = new ArrayList<>();
    private long events;

    private RandomBooks(long seed) {
        this.random = new Random(seed);
    }

    private record Open(PaymentId payment, AccountId debtor) {}

    /** @return the log, its positions counted from 1 */
    public static List<Recorded<Object>> log(long seed, int length) {
        RandomBooks history = new RandomBooks(seed);
        while (history.events < length) {
            history.happen();
        }
        AtomicLong position = new AtomicLong();
        return history.engine
                .readEvents(null, false)
                .limit(length)
                .map(event -> new Recorded<Object>(
                        event.getPayload(), position.incrementAndGet(), event.getIdentifier(), event.getTimestamp()))
                .toList();
    }

    private void happen() {
        if (accounts.size() < 2 || (accounts.size() < ACCOUNTS && random.nextInt(50) == 0)) {
            accounts.add(books.open(UserId.next()));
            events++;
            return;
        }
        switch (random.nextInt(10)) {
            case 0 -> moved(3, () -> books.deposit(any(), AMOUNT));
            case 1 -> moved(3, () -> books.withdraw(any(), AMOUNT));
            case 2, 3 -> moved(4, () -> books.transfer(any(), any(), AMOUNT));
            case 4, 5 -> order();
            case 6 -> schedule();
            case 7 -> itsDayHasCome();
            default -> goOn();
        }
    }

    private void moved(int written, Runnable movement) {
        movement.run();
        events += written;
    }

    private void order() {
        AccountId debtor = any();
        open.add(new Open(books.order(debtor, AMOUNT), debtor));
        events += 2;
    }

    private void schedule() {
        AccountId debtor = any();
        scheduled.add(new Open(books.schedule(debtor, AMOUNT), debtor));
        events++;
    }

    private void itsDayHasCome() {
        if (scheduled.isEmpty()) {
            return;
        }
        Open one = scheduled.remove(random.nextInt(scheduled.size()));
        switch (random.nextInt(4)) {
            case 0 -> moved(4, () -> books.executeWithinOurBooks(one.payment(), one.debtor(), any(), AMOUNT));
            case 1 -> moved(1, () -> books.cancelScheduled(one.payment()));
            case 2 -> {
                moved(1, () -> books.defer(one.payment()));
                scheduled.add(one);
            }
            default -> {
                moved(2, () -> books.execute(one.payment(), one.debtor(), AMOUNT));
                open.add(one);
            }
        }
    }

    private void goOn() {
        if (open.isEmpty()) {
            return;
        }
        int at = random.nextInt(open.size());
        Open one = open.get(at);
        switch (random.nextInt(6)) {
            case 0 -> moved(1, () -> books.attempt(one.payment(), 1));
            case 1 -> moved(1, () -> books.failAttempt(one.payment(), 1));
            case 2 -> moved(1, () -> books.loseAnswer(one.payment(), 1, 1));
            case 3 -> moved(1, () -> books.park(one.payment(), 1));
            case 4 -> moved(2, () -> books.settle(open.remove(at).payment(), one.debtor(), AMOUNT));
            default -> moved(2, () -> books.refuse(open.remove(at).payment(), one.debtor(), AMOUNT));
        }
    }

    private AccountId any() {
        return accounts.get(random.nextInt(accounts.size()));
    }
}
