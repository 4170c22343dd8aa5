package io.ledgerbank.query.account;

import io.ledgerbank.api.account.Counterparty;
import io.ledgerbank.api.account.Iban;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.ledger.Direction;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.query.paging.Listed;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** One line of a customer's account as it is kept. */
@Entity
@Immutable
@Table(schema = "readmodel", name = "entry")
class EntryRow implements Listed {

    @Id
    private long position;

    private UUID id;
    private UUID paymentId;

    @Enumerated(EnumType.STRING)
    private Direction direction;

    private long amount;
    private long balanceAfter;
    private String currency;
    private @Nullable String counterpartyName;
    private @Nullable String counterpartyIban;
    private @Nullable UUID counterpartyAccountId;
    private String remittanceInformation;
    private LocalDate bookingDate;
    private LocalDate valueDate;

    @SuppressWarnings("NullAway.Init")
    EntryRow() {}

    EntryDetails details() {
        return new EntryDetails(
                id,
                position,
                direction,
                money(amount),
                money(balanceAfter),
                new PaymentId(paymentId),
                counterparty(),
                remittanceInformation,
                bookingDate,
                valueDate);
    }

    @Override
    public Object sortKey() {
        return bookingDate;
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

    private Money money(long minorUnits) {
        return new Money(minorUnits, Currency.getInstance(currency));
    }
}
