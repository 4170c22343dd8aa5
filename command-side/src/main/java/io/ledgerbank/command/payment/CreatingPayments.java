package io.ledgerbank.command.payment;

import io.ledgerbank.api.account.Counterparty;
import io.ledgerbank.api.account.Iban;
import io.ledgerbank.api.account.Purpose;
import io.ledgerbank.api.bank.Banks;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.ledger.InternalAccount;
import io.ledgerbank.api.payment.CreatePayment;
import io.ledgerbank.api.payment.Creditor;
import io.ledgerbank.api.payment.PaymentCompleted;
import io.ledgerbank.api.payment.PaymentCreated;
import io.ledgerbank.api.payment.PaymentDetails;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.command.account.Account;
import io.ledgerbank.command.account.AccountFacts;
import io.ledgerbank.command.account.BankCalendar;
import io.ledgerbank.command.account.Booking;
import io.ledgerbank.command.account.Moment;
import io.ledgerbank.command.eventlog.ClaimKind;
import io.ledgerbank.command.eventlog.Claims;
import java.time.Duration;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** Creates payments: loads every account one touches, asks every policy, and only then lets them change, all at once. */
public final class CreatingPayments {

    private final Repository<Account> accounts;
    private final Repository<Payment> payments;
    private final Banks banks;
    private final Claims claims;
    private final BankCalendar calendar;
    private final Duration duplicateWindow;

    public CreatingPayments(
            Repository<Account> accounts,
            Repository<Payment> payments,
            Banks banks,
            Claims claims,
            BankCalendar calendar,
            Duration duplicateWindow) {
        this.accounts = accounts;
        this.payments = payments;
        this.banks = banks;
        this.claims = claims;
        this.calendar = calendar;
        this.duplicateWindow = duplicateWindow;
    }

    @CommandHandler
    PaymentDetails handle(CreatePayment asked) throws Exception {
        PaymentFacts shape = PaymentFacts.of(asked.order(), asked.caller(), calendar.moment(), duplicateWindow);
        PaymentPolicy.require(PaymentPolicies.SHAPE, shape);
        CreatePayment command = new CreatePayment(asked.paymentId(), routed(asked.order()), asked.caller());
        PaymentFacts route = shape.routed(command.order());
        PaymentPolicy.require(PaymentPolicies.ROUTE, route);
        Parties parties = Parties.of(command.order(), accounts);
        PaymentFacts facts = factsOf(route, parties);
        requireTrueClaim(asked.order(), facts);
        PaymentPolicy.require(PaymentPolicies.PARTIES, facts);
        claimEndToEndId(command);
        PaymentPolicy.require(PaymentPolicies.BALANCES, facts);
        return create(command, facts, parties);
    }

    /** What goes to one of our own IBANs never leaves the bank: it is a transfer. */
    private PaymentOrder routed(PaymentOrder order) {
        return order.externalCreditor()
                .flatMap(creditor ->
                        claims.holderOf(ClaimKind.IBAN, creditor.iban().value()))
                .map(AccountId::parse)
                .<PaymentOrder>map(creditorAccount -> new PaymentOrder.Transfer(
                        order.debtor().orElseThrow(),
                        creditorAccount,
                        order.amount(),
                        order.remittanceInformation(),
                        order.endToEndId(),
                        order.priority()))
                .orElse(order);
    }

    /** A claim is a row beside the log; what the account's own events say is in the chain. */
    private static void requireTrueClaim(PaymentOrder asked, PaymentFacts facts) {
        Optional<Iban> wanted = asked.externalCreditor().map(Creditor::iban);
        Optional<Iban> found = facts.creditor().map(AccountFacts::iban);
        if (wanted.isPresent() && found.isPresent() && !wanted.equals(found)) {
            throw new IllegalStateException("A claim leads from one IBAN to the account of another");
        }
    }

    private PaymentFacts factsOf(PaymentFacts route, Parties parties) {
        return route.with(
                parties.debtorFacts(),
                parties.creditorFacts(),
                route.order().externalCreditor().flatMap(creditor -> banks.find(creditor.bankCode())));
    }

    private void claimEndToEndId(CreatePayment command) {
        PaymentOrder order = command.order();
        order.debtor().ifPresent(debtor -> order.endToEndId()
                .ifPresent(id -> claims.claimOrReject(
                        ClaimKind.END_TO_END_ID,
                        debtor + "/" + id,
                        command.paymentId(),
                        Reason.DUPLICATE_END_TO_END_ID)));
    }

    private PaymentDetails create(CreatePayment command, PaymentFacts facts, Parties parties) throws Exception {
        Moment now = facts.moment();
        PaymentCreated created = new PaymentCreated(
                command.paymentId(),
                facts.accounts().findFirst().orElseThrow().ownerId(),
                command.order(),
                facts.debtor().map(AccountFacts::iban),
                now.time());
        Aggregate<Payment> payment = payments.newInstance(() -> new Payment(created));
        switch (command.order()) {
            case PaymentOrder.External external ->
                parties.debtor()
                        .orElseThrow()
                        .execute(account ->
                                account.hold(command.paymentId(), external.amount(), purpose(external, now)));
            case PaymentOrder.Transfer transfer -> move(created, facts, parties, InternalAccount.CLEARING);
            case PaymentOrder.Deposit deposit -> move(created, facts, parties, InternalAccount.CASH);
            case PaymentOrder.Withdrawal withdrawal -> move(created, facts, parties, InternalAccount.CASH);
        }
        if (command.order().externalCreditor().isEmpty()) {
            payment.execute(completed -> completed.record(new PaymentCompleted(command.paymentId(), now.time())));
        }
        return payment.invoke(Payment::details);
    }

    private void move(PaymentCreated created, PaymentFacts facts, Parties parties, InternalAccount contra) {
        Counterparty creditor = facts.creditor().map(CreatingPayments::ours).orElseGet(Counterparty::cash);
        Counterparty debtor = facts.debtor().map(CreatingPayments::ours).orElseGet(Counterparty::cash);
        parties.debtor()
                .ifPresent(party ->
                        party.execute(account -> account.debit(booking(created, facts.moment(), contra, creditor))));
        parties.creditor()
                .ifPresent(party ->
                        party.execute(account -> account.credit(booking(created, facts.moment(), contra, debtor))));
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
                now.day());
    }

    private static Counterparty ours(AccountFacts account) {
        return Counterparty.ours(account.id(), account.iban());
    }
}
