package io.ledgerbank.benchmarks.micro;

import io.ledgerbank.api.account.AccountDebited;
import io.ledgerbank.api.account.Counterparty;
import io.ledgerbank.api.account.Iban;
import io.ledgerbank.api.audit.MetadataKeys;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.id.Uuids;
import io.ledgerbank.api.ledger.InternalAccount;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.PaymentCompleted;
import io.ledgerbank.api.payment.PaymentCreated;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.Priority;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;

/** A transfer's events, of usual size. */
public final class Examples {

    private static final AccountId DEBTOR = AccountId.next();
    private static final AccountId CREDITOR = AccountId.next();
    private static final PaymentId PAYMENT = PaymentId.next();
    private static final UserId OWNER = UserId.next();
    private static final Iban IBAN = Iban.parse("GB82 WEST 1234 5698 7654 32");
    private static final Money AMOUNT = new Money(12_34, Currency.getInstance("GBP"));
    private static final Instant NOW = Instant.parse("2026-11-22T10:11:12.345678Z");

    private Examples() {}

    public static AccountDebited debited() {
        LocalDate today = LocalDate.of(2026, 11, 22);
        return new AccountDebited(
                DEBTOR,
                PAYMENT,
                AMOUNT,
                InternalAccount.CLEARING,
                Counterparty.ours(CREDITOR, IBAN),
                "Invoice 2026-1234",
                today,
                today,
                Optional.of(NOW));
    }

    public static PaymentCreated created() {
        PaymentOrder order = new PaymentOrder.Transfer(
                DEBTOR, CREDITOR, AMOUNT, "Invoice 2026-1234", Optional.empty(), Priority.NORMAL);
        return new PaymentCreated(PAYMENT, OWNER, order, Optional.of(IBAN), NOW);
    }

    public static PaymentCompleted completed() {
        return new PaymentCompleted(PAYMENT, NOW);
    }

    /** The debit with the origin that the lane stamps on it. */
    public static DomainEventMessage<?> message() {
        String cause = Uuids.next().toString();
        return new GenericDomainEventMessage<>(
                "Account",
                DEBTOR.toString(),
                12,
                debited(),
                MetaData.with(MetadataKeys.CORRELATION_ID, cause)
                        .and(MetadataKeys.CAUSATION_ID, cause)
                        .and(MetadataKeys.ACTOR, OWNER.toString()));
    }
}
