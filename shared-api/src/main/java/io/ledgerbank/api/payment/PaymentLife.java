package io.ledgerbank.api.payment;

import java.util.Iterator;

/** A payment as its events tell it: a fold of them, the same for whoever decides, shows or drives it. */
public record PaymentLife(PaymentTerms terms, PaymentProgress progress) {

    /** @throws IllegalStateException if no payment begins with this event */
    public static PaymentLife startingWith(PaymentEvent first) {
        return switch (first) {
            case PaymentScheduled scheduled ->
                new PaymentLife(PaymentTerms.of(scheduled), PaymentProgress.of(scheduled));
            case PaymentCreated created -> new PaymentLife(PaymentTerms.of(created), PaymentProgress.of(created));
            default -> throw new IllegalStateException("No payment begins with " + first);
        };
    }

    /** @param history the events of one payment, the first of them included */
    public static PaymentLife of(Iterator<? extends PaymentEvent> history) {
        PaymentLife life = startingWith(history.next());
        while (history.hasNext()) {
            life = life.after(history.next());
        }
        return life;
    }

    /** The life after one more event of the same payment. */
    public PaymentLife after(PaymentEvent event) {
        return new PaymentLife(terms.after(event), progress.after(event));
    }

    public PaymentDetails details() {
        return PaymentDetails.of(terms, progress);
    }
}
