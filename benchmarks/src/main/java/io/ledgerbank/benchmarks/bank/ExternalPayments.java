package io.ledgerbank.benchmarks.bank;

import io.ledgerbank.api.account.Iban;
import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.Uuids;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.CreatePayment;
import io.ledgerbank.api.payment.Creditor;
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
import org.springframework.core.ResolvableType;

/** Payments to another bank, each with an idempotency key of its own, by the same calls that the HTTP endpoint makes. */
public final class ExternalPayments {

    private static final long MOST_MINOR_UNITS = 100;

    /** So that none is the duplicate of another. */
    private static final AtomicLong ORDERS = new AtomicLong();

    private final Idempotency idempotency;
    private final Rendering<PaymentDetails> rendering;
    private final Accounts accounts;
    private final Creditor creditor;

    @SuppressWarnings("unchecked") // Spring finds it by its full generic type.
    public ExternalPayments(Bank bank, Accounts accounts, BankCode creditorsBank) {
        this.idempotency = bank.context().getBean(Idempotency.class);
        this.rendering = (Rendering<PaymentDetails>) bank.context()
                .getBeanProvider(ResolvableType.forClassWithGenerics(Rendering.class, PaymentDetails.class))
                .getObject();
        this.accounts = accounts;
        this.creditor = new Creditor("Carol Creditor", Iban.parse("DE89370400440532013000"), creditorsBank);
    }

    /** Returns when the payment is recorded and its money held. */
    public PaymentId order() {
        PaymentOrder order = new PaymentOrder.External(
                accounts.anyPair().debtor(),
                creditor,
                new Money(1 + ThreadLocalRandom.current().nextLong(MOST_MINOR_UNITS), Accounts.POUNDS),
                "Benchmark " + ORDERS.incrementAndGet(),
                Optional.empty(),
                Priority.NORMAL);
        PaymentId id = PaymentId.next();
        IdempotencyKey key = new IdempotencyKey(Uuids.next().toString());
        return idempotency
                .once(new Repeatable<>(
                        RepeatableRequest.of(accounts.owner(), key, "POST /api/payments", order),
                        new CreatePayment(id, order, accounts.owner()),
                        id,
                        rendering,
                        () -> {}))
                .id();
    }
}
