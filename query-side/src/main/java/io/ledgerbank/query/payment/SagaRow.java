package io.ledgerbank.query.payment;

import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.PaymentProgress;
import io.ledgerbank.query.paging.Listed;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A saga as it is kept. */
@Entity
@Immutable
@Table(schema = "readmodel", name = "saga")
class SagaRow implements Listed {

    @Id
    private UUID paymentId;

    private String bankCode;
    private long amount;
    private String currency;

    @Enumerated(EnumType.STRING)
    private SagaState state;

    private Instant startedAt;
    private Instant updatedAt;
    private long position;

    @Embedded
    private ProgressColumns progress;

    @SuppressWarnings("NullAway.Init")
    SagaRow() {}

    PaymentProgress progress() {
        return progress.progress();
    }

    SagaDetails details(Instant now) {
        return SagaDetails.of(
                new PaymentId(paymentId),
                state,
                progress(),
                new BankCode(bankCode),
                new Money(amount, Currency.getInstance(currency)),
                startedAt,
                updatedAt,
                now);
    }

    @Override
    public Object sortKey() {
        return startedAt;
    }

    @Override
    public long position() {
        return position;
    }
}
