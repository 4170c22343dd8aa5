package io.ledgerbank.command.payment;

import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.error.Rejection;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.CreatePayment;
import io.ledgerbank.api.payment.CreatePayments;
import io.ledgerbank.api.payment.PaymentDetails;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.command.idempotency.Idempotency;
import io.ledgerbank.command.idempotency.Repeatable;
import io.ledgerbank.command.idempotency.RepeatableRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Has many payments made under one idempotency key. Thread-safe. */
final class BulkPayments {

    private final Idempotency idempotency;
    private final PaymentAnswers answers;

    BulkPayments(Idempotency idempotency, PaymentAnswers answers) {
        this.idempotency = idempotency;
        this.answers = answers;
    }

    /**
     * All of them or none.
     *
     * @throws RejectedException {@code bulk_refused} naming the one at fault
     */
    BulkResult together(RepeatableRequest request, List<PaymentOrder> orders, Caller caller, Runnable whenReplayed) {
        CreatePayments command = new CreatePayments(PaymentId.next(), orders, caller);
        Repeatable<List<PaymentDetails>> repeatable = new Repeatable<>(
                request,
                command,
                command.firstId(),
                (first, sequence) -> asFirstAnswered(PaymentId.parse(first), orders.size()),
                whenReplayed);
        try {
            List<PaymentDetails> made = idempotency.once(repeatable);
            return new BulkResult(IntStream.range(0, made.size())
                    .mapToObj(index -> BulkResult.Item.made(index, made.get(index)))
                    .toList());
        } catch (RejectedException refused) {
            throw BulkRefusal.explained(refused);
        }
    }

    /** Each for itself, in their order; what was made before the service died is not made again. */
    BulkResult each(RepeatableRequest request, List<PaymentBody> bodies, Caller caller, Runnable whenReplayed) {
        Map<Integer, BulkResult.Item> results = new TreeMap<>();
        List<Repeatable<PaymentDetails>> wellFormed = new ArrayList<>();
        List<Integer> indices = new ArrayList<>();
        AtomicInteger replays = new AtomicInteger();
        for (int index = 0; index < bodies.size(); index++) {
            try {
                CreatePayment command =
                        new CreatePayment(PaymentId.next(), bodies.get(index).order(), caller);
                wellFormed.add(new Repeatable<>(
                        request.part(index), command, command.paymentId(), answers, replays::incrementAndGet));
                indices.add(index);
            } catch (RejectedException malformed) {
                results.put(index, BulkResult.Item.refused(index, malformed.rejection()));
            }
        }
        List<Idempotency.Result<PaymentDetails>> made = idempotency.each(request, wellFormed);
        for (int i = 0; i < made.size(); i++) {
            results.put(indices.get(i), item(indices.get(i), made.get(i)));
        }
        if (replays.get() > 0 && replays.get() == made.size()) {
            whenReplayed.run();
        }
        return new BulkResult(List.copyOf(results.values()));
    }

    private static BulkResult.Item item(int index, Idempotency.Result<PaymentDetails> result) {
        return switch (result) {
            case Idempotency.Result.Answered<PaymentDetails>(PaymentDetails payment) ->
                BulkResult.Item.made(index, payment);
            case Idempotency.Result.Refused<PaymentDetails>(Rejection rejection) ->
                BulkResult.Item.refused(index, rejection);
        };
    }

    private List<PaymentDetails> asFirstAnswered(PaymentId first, int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> answers.asFirstAnswered(first.next(index)))
                .toList();
    }
}
