package io.ledgerbank.benchmarks;

import io.ledgerbank.api.account.AccountType;
import io.ledgerbank.api.account.OpenAccount;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.id.Uuids;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.CreatePayment;
import io.ledgerbank.api.payment.PaymentDetails;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.Priority;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.command.idempotency.Idempotency;
import io.ledgerbank.command.idempotency.IdempotencyKey;
import io.ledgerbank.command.idempotency.Rendering;
import io.ledgerbank.command.idempotency.Repeatable;
import io.ledgerbank.command.idempotency.RepeatableRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.commandhandling.gateway.CommandGateway;

/** Transfers between accounts picked at random, each with an idempotency key, by callers that wait for each answer. */
final class Transfers {

    private static final Caller OWNER = new Caller(UserId.next(), Role.USER);
    private static final Currency POUNDS = Currency.getInstance("GBP");
    private static final Money BALANCE = new Money(1_000_000, POUNDS);
    private static final int DEPOSITS = 10;

    private final CommandGateway commands;
    private final Idempotency idempotency;
    private final Rendering<PaymentDetails> rendering;
    private final List<AccountId> accounts;

    Transfers(CommandGateway commands, Idempotency idempotency, Rendering<PaymentDetails> rendering, int accounts) {
        this.commands = commands;
        this.idempotency = idempotency;
        this.rendering = rendering;
        this.accounts = IntStream.range(0, accounts).mapToObj(number -> open()).toList();
    }

    private AccountId open() {
        AccountId account = AccountId.next();
        commands.sendAndWait(new OpenAccount(account, "Everyday", AccountType.CHECKING, POUNDS, OWNER));
        for (int i = 0; i < DEPOSITS; i++) {
            commands.sendAndWait(new CreatePayment(
                    PaymentId.next(),
                    new PaymentOrder.Deposit(account, BALANCE, "Opening", Optional.empty(), Priority.NORMAL),
                    Caller.system()));
        }
        return account;
    }

    Rate measure(int callers, Duration time) throws Exception {
        long end = System.nanoTime() + time.toNanos();
        try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
            List<Callable<long[]>> loops = IntStream.range(0, callers)
                    .<Callable<long[]>>mapToObj(caller -> () -> latenciesUntil(end))
                    .toList();
            List<long[]> latencies = new ArrayList<>();
            for (Future<long[]> loop : threads.invokeAll(loops)) {
                latencies.add(loop.get());
            }
            return Rate.of(
                    latencies.stream().flatMapToLong(LongStream::of).sorted().toArray(), time);
        }
    }

    private long[] latenciesUntil(long end) {
        LongStream.Builder latencies = LongStream.builder();
        for (long begin = System.nanoTime(); begin < end; begin = System.nanoTime()) {
            transfer();
            latencies.add(System.nanoTime() - begin);
        }
        return latencies.build().toArray();
    }

    private void transfer() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        int debtor = random.nextInt(accounts.size());
        int creditor = (debtor + 1 + random.nextInt(accounts.size() - 1)) % accounts.size();
        PaymentOrder order = new PaymentOrder.Transfer(
                accounts.get(debtor),
                accounts.get(creditor),
                new Money(1 + random.nextLong(100), POUNDS),
                "Benchmark",
                Optional.empty(),
                Priority.NORMAL);
        PaymentId id = PaymentId.next();
        IdempotencyKey key = new IdempotencyKey(Uuids.next().toString());
        idempotency.once(new Repeatable<>(
                RepeatableRequest.of(OWNER, key, "POST /api/payments", order),
                new CreatePayment(id, order, OWNER),
                id,
                rendering,
                () -> {}));
    }
}
