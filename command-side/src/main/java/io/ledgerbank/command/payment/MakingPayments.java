package io.ledgerbank.command.payment;

import io.ledgerbank.api.account.Counterparty;
import io.ledgerbank.api.account.Purpose;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.ledger.InternalAccount;
import io.ledgerbank.api.payment.PaymentCompleted;
import io.ledgerbank.api.payment.PaymentCreated;
import io.ledgerbank.api.payment.PaymentDetails;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.command.account.Account;
import io.ledgerbank.command.account.AccountFacts;
import io.ledgerbank.command.account.Booking;
import io.ledgerbank.command.account.Moment;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.modelling.command.Aggregate;

/** Carries decisions out: lets accounts and payment change, all in the running unit of work. */
final class MakingPayments {

    /** What the payment's creation says. */
    PaymentCreated creation(PaymentId id, Decided decision, Instant now) {
        return creation(id, decision, now, Optional.empty());
    }

    /** The same of a payment that takes another back. */
    PaymentCreated reversal(PaymentId id, PaymentId original, Decided decision, Instant now) {
        return creation(id, decision, now, Optional.of(original));
    }

    private static PaymentCreated creation(
            PaymentId id, Decided decision, Instant now, Optional<PaymentId> reversalOf) {
        return new PaymentCreated(
                id,
                decision.facts().ownerId(),
                decision.order(),
                decision.facts().debtor().map(AccountFacts::iban),
                now,
                reversalOf);
    }

    /** @param payment to which its creation has happened already */
    PaymentDetails make(PaymentCreated created, Decided decision, Aggregate<Payment> payment) {
        switch (created.order()) {
            case PaymentOrder.External external ->
                decision.parties()
                        .debtor()
                        .orElseThrow()
                        .execute(account -> account.hold(
                                created.paymentId(),
                                external.amount(),
                                purpose(external, decision.facts().moment())));
            case PaymentOrder.Transfer transfer -> move(created, decision, InternalAccount.CLEARING);
            case PaymentOrder.Deposit deposit -> move(created, decision, InternalAccount.CASH);
            case PaymentOrder.Withdrawal withdrawal -> move(created, decision, InternalAccount.CASH);
        }
        if (created.order().externalCreditor().isEmpty()) {
            PaymentCompleted done = new PaymentCompleted(created.paymentId(), created.createdAt());
            payment.execute(completed -> completed.record(done));
        }
        return payment.invoke(Payment::details);
    }

    private void move(PaymentCreated created, Decided decision, InternalAccount contra) {
        Counterparty creditor = counterparty(decision, PaymentFacts::creditor);
        Counterparty debtor = counterparty(decision, PaymentFacts::debtor);
        decision.parties()
                .debtor()
                .ifPresent(party -> party.execute(account -> take(
                        account, booking(created, decision.facts().moment(), contra, creditor), created.reversalOf())));
        decision.parties()
                .creditor()
                .ifPresent(party -> party.execute(account ->
                        account.credit(booking(created, decision.facts().moment(), contra, debtor))));
    }

    private static void take(Account account, Booking booking, Optional<PaymentId> reversalOf) {
        reversalOf.ifPresentOrElse(original -> account.reverse(booking, original), () -> account.debit(booking));
    }

    private static Purpose purpose(PaymentOrder.External order, Moment now) {
        return new Purpose(
                Counterparty.external(order.creditor().name(), order.creditor().iban()),
                order.remittanceInformation(),
                now.time(),
                now.day());
    }

    private static Booking booking(
            PaymentCreated created, Moment now, InternalAccount contra, Counterparty counterparty) {
        return new Booking(
                created.paymentId(),
                created.order().amount(),
                contra,
                counterparty,
                created.order().remittanceInformation(),
                now,
                created.order().valueDate().orElse(now.day()));
    }

    private static Counterparty counterparty(Decided decision, Function<PaymentFacts, Optional<AccountFacts>> side) {
        return side.apply(decision.facts())
                .map(account -> Counterparty.ours(account.id(), account.iban()))
                .orElseGet(Counterparty::cash);
    }
}
