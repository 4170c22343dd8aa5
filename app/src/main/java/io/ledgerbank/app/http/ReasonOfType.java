package io.ledgerbank.app.http;

import io.ledgerbank.api.account.AccountStatus;
import io.ledgerbank.api.account.AccountType;
import io.ledgerbank.api.account.Iban;
import io.ledgerbank.api.error.Category;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.ledger.Direction;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.PaymentStatus;
import io.ledgerbank.api.payment.PaymentType;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.api.user.UserStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The catalogue's reason for text that is no value of a type. */
final class ReasonOfType {

    private static final Map<Class<?>, Reason> REASONS = Map.ofEntries(
            Map.entry(UUID.class, Reason.INVALID_UUID_FORMAT),
            Map.entry(UserId.class, Reason.INVALID_UUID_FORMAT),
            Map.entry(AccountId.class, Reason.INVALID_UUID_FORMAT),
            Map.entry(PaymentId.class, Reason.INVALID_UUID_FORMAT),
            Map.entry(Instant.class, Reason.INVALID_DATETIME_FORMAT),
            Map.entry(LocalDate.class, Reason.INVALID_DATETIME_FORMAT),
            Map.entry(Currency.class, Reason.INVALID_CURRENCY_FORMAT),
            Map.entry(Iban.class, Reason.INVALID_IBAN),
            Map.entry(Direction.class, Reason.INVALID_DIRECTION),
            Map.entry(Role.class, Reason.INVALID_ROLE),
            Map.entry(AccountType.class, Reason.INVALID_ACCOUNT_TYPE),
            Map.entry(PaymentType.class, Reason.INVALID_PAYMENT_TYPE),
            Map.entry(PaymentOrder.class, Reason.INVALID_PAYMENT_TYPE),
            Map.entry(AccountStatus.class, Reason.INVALID_STATUS),
            Map.entry(PaymentStatus.class, Reason.INVALID_STATUS),
            Map.entry(UserStatus.class, Reason.INVALID_STATUS),
            Map.entry(Reason.class, Reason.INVALID_REASON_FORMAT),
            Map.entry(Category.class, Reason.INVALID_CATEGORY));

    private ReasonOfType() {}

    static Optional<Reason> of(@Nullable Class<?> type) {
        return type == null ? Optional.empty() : Optional.ofNullable(REASONS.get(type));
    }
}
