package io.ledgerbank.command.operation;

import io.ledgerbank.api.ledger.Booked;
import io.ledgerbank.api.ledger.Entry;
import io.ledgerbank.api.payment.PaymentEvent;
import io.ledgerbank.api.payment.PaymentProgress;
import io.ledgerbank.command.payment.BankWords;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that an operation does, before any of it has happened.
 *
 * @param events of the payment, in order
 * @param funds what it means to the debtor's account
 */
record Plan(List<PaymentEvent> events, Optional<FundsMove> funds) {

    static Plan of(PaymentEvent... events) {
        return new Plan(List.of(events), Optional.empty());
    }

    Plan with(FundsMove move) {
        return new Plan(events, Optional.of(move));
    }

    Plan and(PaymentEvent event) {
        return new Plan(Stream.concat(events.stream(), Stream.of(event)).toList(), funds);
    }

    BankWords after(BankWords words) {
        BankWords after = words;
        for (PaymentEvent event : events) {
            after = after.after(event);
        }
        return after;
    }

    PaymentProgress after(PaymentProgress progress) {
        PaymentProgress after = progress;
        for (PaymentEvent event : events) {
            after = after.after(event);
        }
        return after;
    }

    List<Entry> entries(Situation situation) {
        Stream<Entry> amongOurOwn =
                events.stream().filter(Booked.class::isInstance).flatMap(event -> ((Booked) event).entries().stream());
        Stream<Entry> withTheDebtor =
                funds.stream().flatMap(move -> move.entries(situation.debtor().id()).stream());
        return Stream.concat(amongOurOwn, withTheDebtor).toList();
    }
}
