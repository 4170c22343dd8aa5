package io.ledgerbank.query.payment;

import io.ledgerbank.api.account.Iban;
import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.Creditor;
import io.ledgerbank.api.payment.PaymentDetails;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.PaymentProgress;
import io.ledgerbank.api.payment.PaymentTerms;
import io.ledgerbank.api.payment.PaymentType;
import io.ledgerbank.api.payment.Priority;
import io.ledgerbank.query.paging.Listed;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A payment as it is kept. */
@Entity
@Immutable
@Table(schema = "readmodel", name = "payment")
class PaymentRow implements Listed {

    @Id
    private UUID id;

    private UUID ownerId;

    @Enumerated(EnumType.STRING)
    private PaymentType type;

    private long amount;
    private String currency;
    private @Nullable UUID debtorAccountId;
    private @Nullable UUID creditorAccountId;
    private @Nullable String creditorName;
    private @Nullable String creditorIban;
    private @Nullable String creditorBankCode;
    private String remittanceInformation;
    private @Nullable String endToEndId;

    @Enumerated(EnumType.STRING)
    private Priority priority;

    private @Nullable LocalDate executionDate;
    private @Nullable LocalDate valueDate;
    private @Nullable UUID reversalOf;
    private Instant createdAt;
    private long position;

    @Embedded
    private ProgressColumns progress;

    @SuppressWarnings("NullAway.Init")
    PaymentRow() {}

    UserId owner() {
        return new UserId(ownerId);
    }

    PaymentProgress progress() {
        return progress.progress();
    }

    /** The same answer as the command's, because both are made of the same event and fold. */
    PaymentDetails details() {
        var terms = new PaymentTerms(
                new PaymentId(id),
                owner(),
                order(),
                createdAt,
                Optional.ofNullable(reversalOf).map(PaymentId::new));
        return PaymentDetails.of(terms, progress());
    }

    @Override
    public Object sortKey() {
        return createdAt;
    }

    @Override
    public long position() {
        return position;
    }

    private PaymentOrder order() {
        Money money = new Money(amount, Currency.getInstance(currency));
        Optional<String> reference = Optional.ofNullable(endToEndId);
        Optional<LocalDate> execution = Optional.ofNullable(executionDate);
        Optional<LocalDate> value = Optional.ofNullable(valueDate);
        return switch (type) {
            case TRANSFER ->
                new PaymentOrder.Transfer(
                        debtor(),
                        creditorAccount(),
                        money,
                        remittanceInformation,
                        reference,
                        priority,
                        execution,
                        value);
            case PAYMENT ->
                new PaymentOrder.External(
                        debtor(), creditor(), money, remittanceInformation, reference, priority, execution);
            case DEPOSIT ->
                new PaymentOrder.Deposit(
                        creditorAccount(), money, remittanceInformation, reference, priority, execution, value);
            case WITHDRAWAL ->
                new PaymentOrder.Withdrawal(
                        debtor(), money, remittanceInformation, reference, priority, execution, value);
        };
    }

    private AccountId debtor() {
        return new AccountId(Objects.requireNonNull(debtorAccountId));
    }

    private AccountId creditorAccount() {
        return new AccountId(Objects.requireNonNull(creditorAccountId));
    }

    private Creditor creditor() {
        return new Creditor(
                Objects.requireNonNull(creditorName),
                new Iban(Objects.requireNonNull(creditorIban)),
                new BankCode(Objects.requireNonNull(creditorBankCode)));
    }
}
