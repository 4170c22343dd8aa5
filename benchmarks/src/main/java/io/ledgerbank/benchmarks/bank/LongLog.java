package io.ledgerbank.benchmarks.bank;

import io.ledgerbank.api.account.AccountCredited;
import io.ledgerbank.api.account.AccountDebited;
import io.ledgerbank.api.account.AccountLimits;
import io.ledgerbank.api.account.AccountOpened;
import io.ledgerbank.api.account.AccountType;
import io.ledgerbank.api.account.Counterparty;
import io.ledgerbank.api.account.Iban;
import io.ledgerbank.api.audit.MetadataKeys;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.id.Uuids;
import io.ledgerbank.api.ledger.InternalAccount;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.PaymentCompleted;
import io.ledgerbank.api.payment.PaymentCreated;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.Priority;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.MetaData;

/**
 * Fills a log with transfers that nobody decided: the events, their streams and the chain are as the lane would have
 * written them, and appended by the same engine, thousands at a time. For one thread.
 */
public final class LongLog {

    private static final int EVENTS_PER_TRANSFER = 4;
    private static final int TRANSFERS_PER_APPEND = 1_250;
    private static final int EVENTS_PER_STREAM = 200;
    private static final Money AMOUNT = new Money(1, Accounts.POUNDS);
    private static final Iban IBAN = Iban.parse("GB82 WEST 1234 5698 7654 32");

    private final EventStorageEngine engine;
    private final TransactionManager transactions;
    private final UserId owner = UserId.next();
    private final List<AccountId> accounts;
    private final long[] sequences;
    private final Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS);
    private int next;

    private LongLog(Bank bank, int accounts) {
        this.engine = bank.context().getBean(EventStorageEngine.class);
        this.transactions = bank.context().getBean(TransactionManager.class);
        this.accounts = IntStream.range(0, accounts)
                .mapToObj(number -> AccountId.next())
                .toList();
        this.sequences = new long[accounts];
    }

    /** @param progress told how many events there are after each append */
    public static void fill(Bank bank, long events, LongConsumer progress) {
        int accounts = Math.toIntExact(Math.max(2, events / EVENTS_PER_TRANSFER / EVENTS_PER_STREAM * 2));
        LongLog log = new LongLog(bank, accounts);
        long written = log.open();
        while (written < events) {
            written += log.transfers();
            progress.accept(written);
        }
    }

    private long open() {
        List<DomainEventMessage<?>> opened = accounts.stream()
                .<DomainEventMessage<?>>map(id -> message(
                        "Account",
                        id,
                        0,
                        new AccountOpened(
                                id,
                                owner,
                                "Everyday",
                                AccountType.CHECKING,
                                Accounts.POUNDS,
                                IBAN,
                                new AccountLimits(AMOUNT, AMOUNT, AMOUNT),
                                now)))
                .toList();
        append(opened);
        return opened.size();
    }

    private long transfers() {
        List<DomainEventMessage<?>> events = new ArrayList<>(TRANSFERS_PER_APPEND * EVENTS_PER_TRANSFER);
        for (int i = 0; i < TRANSFERS_PER_APPEND; i++) {
            transfer(events);
        }
        append(events);
        return events.size();
    }

    private void transfer(List<DomainEventMessage<?>> events) {
        int debtor = next;
        next = (next + 1) % accounts.size();
        AccountId from = accounts.get(debtor);
        AccountId to = accounts.get(next);
        PaymentId id = PaymentId.next();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        PaymentOrder order =
                new PaymentOrder.Transfer(from, to, AMOUNT, "Benchmark", Optional.empty(), Priority.NORMAL);
        events.add(message("Payment", id, 0, new PaymentCreated(id, owner, order, Optional.of(IBAN), now)));
        events.add(message(
                "Account",
                from,
                ++sequences[debtor],
                new AccountDebited(
                        from,
                        id,
                        AMOUNT,
                        InternalAccount.CLEARING,
                        Counterparty.ours(to, IBAN),
                        "Benchmark",
                        today,
                        today,
                        Optional.of(now))));
        events.add(message(
                "Account",
                to,
                ++sequences[next],
                new AccountCredited(
                        to,
                        id,
                        AMOUNT,
                        InternalAccount.CLEARING,
                        Counterparty.ours(from, IBAN),
                        "Benchmark",
                        today,
                        today)));
        events.add(message("Payment", id, 1, new PaymentCompleted(id, now)));
    }

    private DomainEventMessage<?> message(String type, Object stream, long sequence, Object event) {
        String cause = Uuids.next().toString();
        MetaData origin = MetaData.with(MetadataKeys.CORRELATION_ID, cause)
                .and(MetadataKeys.CAUSATION_ID, cause)
                .and(MetadataKeys.ACTOR, owner.toString());
        return new GenericDomainEventMessage<>(type, stream.toString(), sequence, event, origin);
    }

    private void append(List<DomainEventMessage<?>> events) {
        transactions.executeInTransaction(() -> engine.appendEvents(events));
    }
}
