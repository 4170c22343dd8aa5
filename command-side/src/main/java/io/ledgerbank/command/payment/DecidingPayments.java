package io.ledgerbank.command.payment;

import io.ledgerbank.api.account.Iban;
import io.ledgerbank.api.bank.Banks;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.payment.Creditor;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.command.account.Account;
import io.ledgerbank.command.account.AccountFacts;
import io.ledgerbank.command.account.Moment;
import io.ledgerbank.command.claim.ClaimKind;
import io.ledgerbank.command.claim.Claims;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.axonframework.modelling.command.Repository;

/** Decides whether payments can be made: loads every account one touches and asks every policy; changes nothing. */
final class DecidingPayments {

    private final Repository<Account> accounts;
    private final Banks banks;
    private final Claims claims;
    private final Duration duplicateWindow;

    DecidingPayments(Repository<Account> accounts, Banks banks, Claims claims, Duration duplicateWindow) {
        this.accounts = accounts;
        this.banks = banks;
        this.claims = claims;
        this.duplicateWindow = duplicateWindow;
    }

    /**
     * Whether it can be made now.
     *
     * @param reference asked whether the client's own reference is free, at its place among the policies
     * @throws RejectedException with the first refusal
     */
    Decided now(PaymentOrder asked, Caller caller, Moment now, Consumer<PaymentOrder> reference) {
        Decided decision = decide(asked, caller, now, PaymentPolicies.PARTIES);
        reference.accept(decision.order());
        PaymentPolicy.require(PaymentPolicies.BALANCES, decision.facts());
        return decision;
    }

    /**
     * Whether it can be taken on for later.
     *
     * @throws RejectedException with the first refusal
     */
    Decided later(PaymentOrder asked, Caller caller, Moment now) {
        return decide(asked, caller, now, PaymentPolicies.WHEN_SCHEDULED);
    }

    /**
     * Whether the days it names can be meant by somebody who orders it now.
     *
     * @throws RejectedException with the first refusal
     */
    void requireTimely(PaymentOrder asked, Caller caller, Moment now) {
        PaymentPolicy.require(PaymentPolicies.WHEN_ORDERED, PaymentFacts.of(asked, caller, now, duplicateWindow));
    }

    /**
     * Whether the value date that it names can be meant on the day on which it is booked.
     *
     * @throws RejectedException {@code invalid_value_date}, {@code insufficient_permissions}
     */
    void requireValueDate(PaymentOrder ordered, Caller caller, Moment now) {
        PaymentPolicy.require(List.of(ValueDate::whenBooked), PaymentFacts.of(ordered, caller, now, duplicateWindow));
    }

    /**
     * Whether it can be taken back.
     *
     * @param order the one the other way
     * @throws RejectedException with the first refusal
     */
    Decided backwards(PaymentOrder order, Caller caller, Moment now) {
        Decided decision = decide(order, caller, now, PaymentPolicies.WHEN_REVERSED);
        PaymentPolicy.require(PaymentPolicies.REVERSED_BALANCES, decision.facts());
        return decision;
    }

    private Decided decide(PaymentOrder asked, Caller caller, Moment now, List<PaymentPolicy> ofParties) {
        PaymentFacts shape = PaymentFacts.of(asked, caller, now, duplicateWindow);
        PaymentPolicy.require(PaymentPolicies.SHAPE, shape);
        PaymentPolicy.require(PaymentPolicies.ROUTE, shape);
        PaymentOrder order = routed(asked);
        PaymentFacts route = shape.routed(order);
        Parties parties = Parties.of(order, accounts);
        PaymentFacts facts = route.with(
                parties.debtorFacts(),
                parties.creditorFacts(),
                order.externalCreditor().flatMap(creditor -> banks.find(creditor.bankCode())));
        requireTrueClaim(asked, facts);
        PaymentPolicy.require(ofParties, facts);
        return new Decided(order, facts, parties);
    }

    /** What goes to one of our own IBANs never leaves the bank: it is a transfer. */
    private PaymentOrder routed(PaymentOrder order) {
        if (!(order instanceof PaymentOrder.External external)) {
            return order;
        }
        return claims.holderOf(ClaimKind.IBAN, external.creditor().iban().value())
                .<PaymentOrder>map(account -> toOurOwn(external, AccountId.parse(account)))
                .orElse(order);
    }

    private static PaymentOrder.Transfer toOurOwn(PaymentOrder.External order, AccountId creditor) {
        return new PaymentOrder.Transfer(
                order.debtorAccountId(),
                creditor,
                order.amount(),
                order.remittanceInformation(),
                order.endToEndId(),
                order.priority(),
                order.executionDate(),
                Optional.empty());
    }

    /** A claim is a row beside the log; what the account's own events say is in the chain. */
    private static void requireTrueClaim(PaymentOrder asked, PaymentFacts facts) {
        Optional<Iban> wanted = asked.externalCreditor().map(Creditor::iban);
        Optional<Iban> found = facts.creditor().map(AccountFacts::iban);
        if (wanted.isPresent() && found.isPresent() && !wanted.equals(found)) {
            throw new IllegalStateException("A claim leads from one IBAN to the account of another");
        }
    }
}
