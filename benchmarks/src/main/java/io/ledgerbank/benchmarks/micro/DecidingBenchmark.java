package io.ledgerbank.benchmarks.micro;

import io.ledgerbank.api.account.AccountType;
import io.ledgerbank.api.bank.Banks;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.CreatePayment;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.Priority;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.benchmarks.bank.Accounts;
import io.ledgerbank.benchmarks.bank.NobodyKnown;
import io.ledgerbank.benchmarks.stock.ClaimsInMemory;
import io.ledgerbank.command.account.Account;
import io.ledgerbank.command.account.AccountDefaults;
import io.ledgerbank.command.account.BankCalendar;
import io.ledgerbank.command.claim.Claims;
import io.ledgerbank.command.eventtype.LogSerializer;
import io.ledgerbank.command.lane.AggregateCache;
import io.ledgerbank.command.payment.CreatingPayments;
import io.ledgerbank.command.payment.Payment;
import io.ledgerbank.command.user.KnownUsers;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.lock.NullLockFactory;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One transfer: every policy asked and four events applied, by aggregates that are in memory. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class DecidingBenchmark {

    private static final int ACCOUNTS = 1_000;
    private static final long CACHED = 10_000;
    /** So high that nothing is refused for it. */
    private static final long LIMIT = 10_000_000_000L;

    private static final Duration DUPLICATE_WINDOW = Duration.ofMinutes(5);
    private static final Money AMOUNT = new Money(1, Accounts.POUNDS);

    private final CommandGateway commands;
    private final Accounts accounts;
    private long orders;

    public DecidingBenchmark() {
        Configuration axon = started();
        commands = axon.commandGateway();
        accounts = opened(commands);
    }

    @Benchmark
    public Object decide() {
        Accounts.Pair pair = accounts.anyPair();
        PaymentOrder order = new PaymentOrder.Transfer(
                pair.debtor(), pair.creditor(), AMOUNT, "Benchmark " + orders++, Optional.empty(), Priority.NORMAL);
        return commands.sendAndWait(new CreatePayment(PaymentId.next(), order, accounts.owner()));
    }

    private static Configuration started() {
        Claims claims = new ClaimsInMemory();
        Banks none = List::of;
        BankCalendar calendar = new BankCalendar(Clock.systemUTC(), ZoneOffset.UTC);
        return DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(axon -> LogSerializer.create())
                .configureEventSerializer(axon -> LogSerializer.create())
                .configureMessageSerializer(axon -> LogSerializer.create())
                .configureEmbeddedEventStore(axon -> new NothingKept())
                .registerComponent(Claims.class, axon -> claims)
                .registerComponent(KnownUsers.class, axon -> new NobodyKnown())
                .registerComponent(BankCalendar.class, axon -> calendar)
                .registerComponent(
                        AccountDefaults.class,
                        axon -> new AccountDefaults(LIMIT, Map.of(AccountType.CHECKING, LIMIT), Map.of()))
                .configureAggregate(cached(Account.class))
                .configureAggregate(cached(Payment.class))
                .registerCommandHandler(axon -> CreatingPayments.of(axon, none, claims, calendar, DUPLICATE_WINDOW))
                .start();
    }

    /** In a cache of its own: the log cannot bring back what payments would push out. */
    private static <A> AggregateConfigurer<A> cached(Class<A> type) {
        Cache cache = new AggregateCache(CACHED, 0).lasting();
        return AggregateConfigurer.defaultConfiguration(type)
                .configureLockFactory(axon -> NullLockFactory.INSTANCE)
                .configureCache(axon -> cache);
    }

    private static Accounts opened(CommandGateway commands) {
        try {
            return Accounts.open(commands, new Caller(UserId.next(), Role.USER), ACCOUNTS);
        } catch (Exception e) {
            throw new IllegalStateException("The accounts cannot be opened", e);
        }
    }
}
