package io.ledgerbank.benchmarks.bank;

import io.ledgerbank.api.account.AccountCredited;
import io.ledgerbank.api.account.AccountDebited;
import io.ledgerbank.api.account.AccountEvent;
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
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.MetaData;

/**
 * Writes the life of one account: cash in and out in turn, every half minute until now, as nobody decided it but the lane would
 * have written it. Its state is kept as it grows, so that nobody ever reads more than a part of it. For one thread.
 */
public final class LongLife {

    private static final Duration BETWEEN = Duration.ofSeconds(30);
    private static final Money AMOUNT = new Money(1, Accounts.POUNDS);
    private static final Iban IBAN = Iban.parse("GB82 WEST 1234 5698 7654 32");
    private static final long APPENDED_AT_ONCE = 5_000;

    private final EventStorageEngine engine;
    private final TransactionManager transactions;
    private final ColdLoads states;
    private final AccountId account = AccountId.next();
    private final long events;
    private final Instant end = Clock.systemUTC().instant().truncatedTo(ChronoUnit.MICROS);

    private LongLife(Bank bank, ColdLoads states, long events) {
        this.engine = bank.context().getBean(EventStorageEngine.class);
        this.transactions = bank.context().getBean(TransactionManager.class);
        this.states = states;
        this.events = events;
    }

    /**
     * @param events of which the account's stream will have so many
     * @param behind of which so many will be behind its newest snapshot
     * @param progress told how many there are after each append
     */
    public static AccountId of(Bank bank, ColdLoads states, long events, long behind, LongConsumer progress)
            throws Exception {
        LongLife life = new LongLife(bank, states, events);
        long kept = events - behind;
        for (long from = 0; from < kept; from += APPENDED_AT_ONCE) {
            long to = Math.min(kept, from + APPENDED_AT_ONCE);
            life.append(from, to);
            life.states.keep(life.account, to - 1);
            progress.accept(to);
        }
        life.append(kept, events);
        return life.account;
    }

    private void append(long from, long to) {
        List<DomainEventMessage<?>> messages = LongStream.range(from, to)
                .<DomainEventMessage<?>>mapToObj(sequence -> new GenericDomainEventMessage<>(
                        "Account", account.toString(), sequence, event(sequence), origin()))
                .toList();
        transactions.executeInTransaction(() -> engine.appendEvents(messages));
    }

    private static MetaData origin() {
        String cause = Uuids.next().toString();
        return MetaData.with(MetadataKeys.CORRELATION_ID, cause)
                .and(MetadataKeys.CAUSATION_ID, cause)
                .and(MetadataKeys.ACTOR, "system");
    }

    private AccountEvent event(long sequence) {
        Instant time = end.minus(BETWEEN.multipliedBy(events - sequence));
        LocalDate day = LocalDate.ofInstant(time, ZoneOffset.UTC);
        if (sequence == 0) {
            return new AccountOpened(
                    account,
                    UserId.next(),
                    "Everyday",
                    AccountType.CHECKING,
                    Accounts.POUNDS,
                    IBAN,
                    new AccountLimits(AMOUNT, AMOUNT, AMOUNT),
                    time);
        }
        PaymentId payment = PaymentId.next();
        return sequence % 2 == 1
                ? new AccountCredited(
                        account, payment, AMOUNT, InternalAccount.CASH, Counterparty.cash(), "Benchmark", day, day)
                : new AccountDebited(
                        account,
                        payment,
                        AMOUNT,
                        InternalAccount.CASH,
                        Counterparty.cash(),
                        "Benchmark",
                        day,
                        day,
                        Optional.of(time));
    }

    /** What an account of so many events has. */
    public static Money posted(long events) {
        return new Money((events - 1) % 2, Accounts.POUNDS);
    }
}
