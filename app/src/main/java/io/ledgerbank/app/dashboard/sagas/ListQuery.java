package io.ledgerbank.app.dashboard.sagas;

import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.payment.Priority;
import io.ledgerbank.api.payment.Step;
import io.ledgerbank.query.board.BoardFilter;
import io.ledgerbank.query.board.BoardOrder;
import io.ledgerbank.query.payment.SagaState;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.web.util.UriComponentsBuilder;

/** The list's address: what a form sends, where an empty field is none. */
record ListQuery(
        Optional<String> state,
        Optional<String> step,
        Optional<String> reason,
        Optional<String> bank,
        Optional<String> least,
        Optional<String> most,
        Optional<String> olderThan,
        Optional<String> priority,
        Optional<String> reference,
        Optional<String> account,
        Optional<String> user,
        Optional<String> order,
        Optional<String> cursor) {

    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,16}(\\.[0-9]{1,4})?");
    private static final int LONGEST_REFERENCE = 35;

    /** @throws RejectedException when a field makes no sense */
    BoardFilter filter() {
        return new BoardFilter(
                given(state).map(text -> named(SagaState.class, text)),
                given(step).map(text -> named(Step.class, text)),
                given(reason).map(ListQuery::reason),
                given(bank).map(BankCode::new),
                given(least).map(ListQuery::amount),
                given(most).map(ListQuery::amount),
                given(olderThan).map(ListQuery::age),
                given(priority).map(text -> named(Priority.class, text)),
                given(reference).map(ListQuery::printable),
                given(account).map(AccountId::parse),
                given(user).map(UserId::parse));
    }

    BoardOrder ordered() {
        return given(order).map(text -> named(BoardOrder.class, text)).orElse(BoardOrder.NEWEST);
    }

    /** What was typed into a field. */
    public String of(String field) {
        return fields().getOrDefault(field, "");
    }

    /** This list with another value in one field, from its beginning. */
    public String with(String field, String value) {
        Map<String, String> all = new LinkedHashMap<>(fields());
        all.remove("cursor");
        all.put(field, value);
        return address("/dashboard/sagas", all);
    }

    /** Another address for the same filter. */
    public String at(String path) {
        Map<String, String> all = new LinkedHashMap<>(fields());
        all.remove("cursor");
        return address(path, all);
    }

    public boolean isFiltered() {
        return !filter().isEmpty();
    }

    private Map<String, String> fields() {
        Map<String, String> all = new LinkedHashMap<>();
        put(all, "state", state);
        put(all, "step", step);
        put(all, "reason", reason);
        put(all, "bank", bank);
        put(all, "least", least);
        put(all, "most", most);
        put(all, "olderThan", olderThan);
        put(all, "priority", priority);
        put(all, "reference", reference);
        put(all, "account", account);
        put(all, "user", user);
        put(all, "order", order);
        put(all, "cursor", cursor);
        return all;
    }

    private static void put(Map<String, String> all, String field, Optional<String> value) {
        given(value).ifPresent(text -> all.put(field, text));
    }

    static Optional<String> given(Optional<String> field) {
        return field.map(String::strip).filter(text -> !text.isEmpty());
    }

    private static String address(String path, Map<String, String> fields) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        fields.forEach((field, value) -> {
            if (!value.isEmpty()) {
                address.queryParam(field, "{" + field + "}");
            }
        });
        return address.encode().buildAndExpand(fields).toUriString();
    }

    private static <E extends Enum<E>> E named(Class<E> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(() -> invalid("There is nothing of the kind " + type.getSimpleName() + " with this name"));
    }

    private static Reason reason(String text) {
        return Reason.find(text).orElseThrow(() -> invalid("A reason is a code of the error catalogue"));
    }

    private static BigDecimal amount(String text) {
        if (!AMOUNT.matcher(text).matches()) {
            throw invalid("An amount is a decimal number, such as 12.50");
        }
        return new BigDecimal(text);
    }

    private static Duration age(String text) {
        try {
            Duration age = Duration.parse(text);
            if (!age.isNegative() && age.toDays() < 36_500) {
                return age;
            }
        } catch (DateTimeException | ArithmeticException malformed) {
            throw invalid("An age is like PT5M (ISO 8601)");
        }
        throw invalid("An age is like PT5M (ISO 8601)");
    }

    private static String printable(String text) {
        if (text.length() > LONGEST_REFERENCE || text.chars().anyMatch(Character::isISOControl)) {
            throw invalid("A reference has at most " + LONGEST_REFERENCE + " printable characters");
        }
        return text;
    }

    private static RejectedException invalid(String detail) {
        return new RejectedException(Reason.INVALID_PARAMETER, detail);
    }
}
