package io.ledgerbank.benchmarks.bank;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.Uuids;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.CreatePayment;
import io.ledgerbank.api.payment.PaymentDetails;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.Priority;
import io.ledgerbank.command.idempotency.Idempotency;
import io.ledgerbank.command.idempotency.IdempotencyKey;
import io.ledgerbank.command.idempotency.Rendering;
import io.ledgerbank.command.idempotency.Repeatable;
import io.ledgerbank.command.idempotency.RepeatableRequest;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.core.ResolvableType;

/** Transfers in process, each with an idempotency key of its own, by the same calls that the HTTP endpoint makes. */
public final class Transfers {

    private static final Money MORE_THAN_ANYBODY_HAS = new Money(100_000_000_000L, Accounts.POUNDS);
    private static final int REFUSALS_OF_100 = 10;
    private static final int LATE_FAILURES_OF_100 = 1;
    private static final long MOST_MINOR_UNITS = 100;

    /** So that none is the duplicate of another. */
    private static final AtomicLong ORDERS = new AtomicLong();

    private final CommandGateway commands;
    private final Idempotency idempotency;
    private final Rendering<PaymentDetails> rendering;
    private final Accounts accounts;
    private final Acknowledged acknowledged;

    /** @param acknowledged told every transfer that was answered */
    @SuppressWarnings("unchecked") // Spring finds it by its full generic type.
    public Transfers(Bank bank, Accounts accounts, Acknowledged acknowledged) {
        this.commands = bank.commands();
        this.idempotency = bank.context().getBean(Idempotency.class);
        this.rendering = (Rendering<PaymentDetails>) bank.context()
                .getBeanProvider(ResolvableType.forClassWithGenerics(Rendering.class, PaymentDetails.class))
                .getObject();
        this.accounts = accounts;
        this.acknowledged = acknowledged;
    }

    /** Between any two accounts. */
    public void transfer() {
        transferred();
    }

    /** The same, and tells which payment it was. */
    public PaymentId transferred() {
        return succeed(accounts.anyPair());
    }

    /** Between any two accounts; of a hundred, ten are refused for want of funds and one fails late. */
    public void transferWithFaults() {
        withFaults(accounts::anyPair);
    }

    /** The same, one side always being the same account. */
    public void transferOnOneAccountWithFaults() {
        withFaults(accounts::pairWithFirst);
    }

    private void withFaults(Supplier<Accounts.Pair> pairs) {
        int chance = ThreadLocalRandom.current().nextInt(100);
        if (chance < LATE_FAILURES_OF_100) {
            failLate(pairs.get().debtor());
        } else if (chance < LATE_FAILURES_OF_100 + REFUSALS_OF_100) {
            beRefused(pairs.get());
        } else {
            succeed(pairs.get());
        }
    }

    private PaymentId succeed(Accounts.Pair pair) {
        Money amount = new Money(1 + ThreadLocalRandom.current().nextLong(MOST_MINOR_UNITS), Accounts.POUNDS);
        PaymentId done = order(pair, amount).id();
        acknowledged.add(done);
        return done;
    }

    private void beRefused(Accounts.Pair pair) {
        try {
            PaymentDetails accepted = order(pair, MORE_THAN_ANYBODY_HAS);
            throw new IllegalStateException("Nobody has the money for " + accepted);
        } catch (RejectedException refused) {
            require(refused.reason() == Reason.INSUFFICIENT_FUNDS, refused);
        }
    }

    private void failLate(AccountId account) {
        try {
            commands.sendAndWait(new FailLate(account));
            throw new IllegalStateException("It should have failed");
        } catch (FailedLate asked) {
            // As asked for.
        }
    }

    private PaymentDetails order(Accounts.Pair pair, Money amount) {
        PaymentOrder order = new PaymentOrder.Transfer(
                pair.debtor(),
                pair.creditor(),
                amount,
                "Benchmark " + ORDERS.incrementAndGet(),
                Optional.empty(),
                Priority.NORMAL);
        PaymentId id = PaymentId.next();
        IdempotencyKey key = new IdempotencyKey(Uuids.next().toString());
        return idempotency.once(new Repeatable<>(
                RepeatableRequest.of(accounts.owner(), key, "POST /api/payments", order),
                new CreatePayment(id, order, accounts.owner()),
                id,
                rendering,
                () -> {}));
    }

    private static void require(boolean expected, RejectedException otherwise) {
        if (!expected) {
            throw otherwise;
        }
    }
}
