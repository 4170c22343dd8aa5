package io.ledgerbank.query.board;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.query.payment.SagaState;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** The SQL of a filter, written here in the house; what somebody typed goes into parameters only. For one thread. */
final class BoardConditions {

    /** Minor units of one whole unit of the row's currency. */
    private static final String UNIT = Currency.getAvailableCurrencies().stream()
            .filter(currency -> currency.getDefaultFractionDigits() >= 0)
            .map(Currency::getDefaultFractionDigits)
            .collect(Collectors.toCollection(TreeSet::new))
            .stream()
            .map(BoardConditions::unitOfCurrenciesWith)
            .reduce("CASE", String::concat)
            .concat(" ELSE 100 END");

    private final List<String> all = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    static BoardConditions of(BoardFilter filter, Instant now) {
        BoardConditions conditions = new BoardConditions();
        conditions.given("saga.state = :state", "state", filter.state().map(Enum::name));
        conditions.given("saga.step = :step", "step", filter.step().map(Enum::name));
        conditions.given("saga.state IN (:states)", "states", filter.step().map(SagaState::namesOf));
        conditions.given("saga.last_reason = :reason", "reason", filter.reason().map(Reason::code));
        conditions.given("saga.bank_code = :bank", "bank", filter.bank().map(bank -> bank.value()));
        conditions.given("saga.amount >= :least * " + UNIT, "least", filter.least());
        conditions.given("saga.amount <= :most * " + UNIT, "most", filter.most());
        conditions.given(
                "saga.started_at <= :startedBy",
                "startedBy",
                filter.olderThan().map(age -> Timestamp.from(now.minus(age))));
        conditions.given(
                "payment.priority = :priority", "priority", filter.priority().map(Enum::name));
        conditions.given("payment.end_to_end_id = :reference", "reference", filter.endToEndId());
        conditions.given(
                "payment.debtor_account_id = :account",
                "account",
                filter.account().map(account -> account.value()));
        conditions.given("payment.owner_id = :owner", "owner", filter.user().map(user -> user.value()));
        return conditions;
    }

    void among(List<UUID> payments) {
        given("saga.payment_id IN (:payments)", "payments", Optional.of(payments));
    }

    void after(BoardOrder order, BoardPlace place) {
        given(order.continuing(), "startedAfter", Optional.of(Timestamp.from(place.startedAt())));
        parameters.put("positionAfter", place.position());
    }

    String where() {
        return all.isEmpty() ? "" : " WHERE " + String.join(" AND ", all);
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    private void given(String condition, String parameter, Optional<?> value) {
        value.ifPresent(present -> {
            all.add(condition);
            parameters.put(parameter, present);
        });
    }

    private static String unitOfCurrenciesWith(int digits) {
        String unit = "1" + "0".repeat(digits);
        if (digits == 2) {
            return "";
        }
        String codes = Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getDefaultFractionDigits() == digits)
                .map(currency -> "'" + currency.getCurrencyCode() + "'")
                .sorted()
                .reduce((one, other) -> one + "," + other)
                .orElseThrow();
        return " WHEN saga.currency IN (" + codes + ") THEN " + unit;
    }
}
