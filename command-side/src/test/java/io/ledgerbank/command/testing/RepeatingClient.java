package io.ledgerbank.command.testing;

import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.Uuids;
import io.ledgerbank.api.payment.CreatePayment;
import io.ledgerbank.api.payment.PaymentDetails;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.command.idempotency.Idempotency;
import io.ledgerbank.command.idempotency.IdempotencyKey;
import io.ledgerbank.command.idempotency.Rendering;
import io.ledgerbank.command.idempotency.Repeatable;
import io.ledgerbank.command.idempotency.RepeatableRequest;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Sends payments with idempotency keys and counts how often it was told that an answer is not the first. */
@Component
public class RepeatingClient {

    private final Idempotency idempotency;
    private final Rendering<PaymentDetails> rendering;
    private final AtomicInteger replays = new AtomicInteger();
    private volatile String conversation = "";

    RepeatingClient(Idempotency idempotency, Rendering<PaymentDetails> rendering) {
        this.idempotency = idempotency;
        this.rendering = rendering;
    }

    /** Keys used from now on are others than those used before. */
    public void begin() {
        conversation = Uuids.next().toString();
        replays.set(0);
    }

    public PaymentDetails pay(Caller caller, String key, PaymentOrder order) {
        PaymentId id = PaymentId.next();
        return idempotency.once(new Repeatable<>(
                request(caller, key, order),
                new CreatePayment(id, order, caller),
                id,
                rendering,
                replays::incrementAndGet));
    }

    public RepeatableRequest request(Caller caller, String key, PaymentOrder order) {
        String unique = (conversation + "-" + key).replace(' ', '-');
        return RepeatableRequest.of(caller, new IdempotencyKey(unique), "POST /api/payments", order);
    }

    public int replays() {
        return replays.get();
    }
}
