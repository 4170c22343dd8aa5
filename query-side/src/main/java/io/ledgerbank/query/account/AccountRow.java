package io.ledgerbank.query.account;

import io.ledgerbank.api.account.AccountDetails;
import io.ledgerbank.api.account.AccountLimits;
import io.ledgerbank.api.account.AccountStatus;
import io.ledgerbank.api.account.AccountType;
import io.ledgerbank.api.account.Iban;
import io.ledgerbank.api.account.Spending;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.query.paging.Listed;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** An account as it is kept. */
@Entity
@Immutable
@Table(schema = "readmodel", name = "account")
class AccountRow implements Listed {

    @Id
    private UUID id;

    private UUID ownerId;
    private String name;

    @Enumerated(EnumType.STRING)
    private AccountType type;

    private String currency;
    private String iban;

    @Enumerated(EnumType.STRING)
    private AccountStatus status;

    private long posted;
    private long held;
    private long overdraftLimit;
    private long singleLimit;
    private long dailyLimit;
    private long monthlyLimit;
    private LocalDate spentOn;
    private long spentOnDay;
    private long spentInMonth;
    private Instant openedAt;
    private long position;

    @SuppressWarnings("NullAway.Init")
    AccountRow() {}

    UserId owner() {
        return new UserId(ownerId);
    }

    AccountDetails details() {
        return new AccountDetails(
                new AccountId(id),
                owner(),
                name,
                type,
                Currency.getInstance(currency),
                new Iban(iban),
                status,
                money(posted),
                money(held),
                available(),
                money(overdraftLimit),
                new AccountLimits(money(singleLimit), money(dailyLimit), money(monthlyLimit)),
                openedAt);
    }

    Spending spending() {
        return new Spending(spentOn, spentOnDay, spentInMonth);
    }

    @Override
    public Object sortKey() {
        return openedAt;
    }

    @Override
    public long position() {
        return position;
    }

    private Money available() {
        return money(posted).minus(money(held)).plus(money(overdraftLimit));
    }

    private Money money(long minorUnits) {
        return new Money(minorUnits, Currency.getInstance(currency));
    }
}
