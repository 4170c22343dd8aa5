package io.ledgerbank.query.web;

import io.ledgerbank.api.account.AccountStatus;
import io.ledgerbank.api.account.AccountType;
import io.ledgerbank.api.approval.ApprovalState;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.ledger.Direction;
import io.ledgerbank.api.payment.PaymentStatus;
import io.ledgerbank.api.payment.PaymentType;
import io.ledgerbank.api.standingorder.StandingOrderStatus;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.api.user.UserStatus;
import io.ledgerbank.query.payment.SagaState;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;

/** Reads any enum by the exact names of its constants. */
@SuppressWarnings("rawtypes")
final class EnumConverterFactory implements ConverterFactory<String, Enum> {

    private static final Map<Class<?>, Reason> REASONS = Map.of(
            AccountStatus.class, Reason.INVALID_STATUS,
            ApprovalState.class, Reason.INVALID_STATUS,
            PaymentStatus.class, Reason.INVALID_STATUS,
            SagaState.class, Reason.INVALID_STATUS,
            StandingOrderStatus.class, Reason.INVALID_STATUS,
            UserStatus.class, Reason.INVALID_STATUS,
            AccountType.class, Reason.INVALID_ACCOUNT_TYPE,
            PaymentType.class, Reason.INVALID_PAYMENT_TYPE,
            Direction.class, Reason.INVALID_DIRECTION,
            Role.class, Reason.INVALID_ROLE);

    @Override
    public <T extends Enum> Converter<String, T> getConverter(Class<T> type) {
        return text -> Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(() -> invalid(type));
    }

    private static RejectedException invalid(Class<? extends Enum> type) {
        String names = Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
        return new RejectedException(
                REASONS.getOrDefault(type, Reason.INVALID_PARAMETER), "The value is one of " + names);
    }
}
