package io.ledgerbank.query.account;

import io.ledgerbank.api.account.Counterparty;
import io.ledgerbank.api.account.Iban;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.query.paging.Listed;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A hold as it is kept. */
@Entity
@Immutable
@Table(schema = "readmodel", name = "hold")
class HoldRow implements Listed {

    @Id
    private UUID paymentId;

    private long amount;
    private String currency;
    private @Nullable String counterpartyName;
    private @Nullable String counterpartyIban;
    private @Nullable UUID counterpartyAccountId;
    private @Nullable String remittanceInformation;
    private @Nullable Instant heldAt;
    private @Nullable LocalDate bookingDate;
    private long position;

    @SuppressWarnings("NullAway.Init")
    HoldRow() {}

    HoldDetails details() {
        return new HoldDetails(
                new PaymentId(paymentId),
                new Money(amount, Currency.getInstance(currency)),
                Optional.ofNullable(remittanceInformation).map(known -> counterparty()),
                Optional.ofNullable(remittanceInformation),
                Optional.ofNullable(heldAt),
                Optional.ofNullable(bookingDate),
                position);
    }

    @Override
    public Object sortKey() {
        return position;
    }

    @Override
    public long position() {
        return position;
    }

    private Counterparty counterparty() {
        return new Counterparty(
                Optional.ofNullable(counterpartyName),
                Optional.ofNullable(counterpartyIban).map(Iban::new),
                Optional.ofNullable(counterpartyAccountId).map(AccountId::new));
    }
}
