package io.ledgerbank.app.payment;

import static io.ledgerbank.app.payment.Counter.CAROLS_IBAN;
import static io.ledgerbank.app.payment.Counter.deposit;
import static io.ledgerbank.app.payment.Counter.external;
import static io.ledgerbank.app.payment.Counter.open;
import static io.ledgerbank.app.payment.Counter.pay;
import static io.ledgerbank.app.payment.Counter.transfer;
import static io.ledgerbank.app.payment.Counter.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.app.testing.Client;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every order that cannot be meant is refused with its own reason, and leaves no trace on any payment or account. */
@PaymentTest
class BadOrdersTest extends PaymentCase {

    private static final String NOBODYS = "01900000-0000-7000-8000-000000000000";
    private static final Map<String, String> WHY = Map.of("reason", "As agreed");

    /** What is wrong with an order, how it is given, and how it is refused. */
    private record Bad(
            String what,
            Function<BadOrdersTest, Client> by,
            Function<BadOrdersTest, Map<String, Object>> order,
            int status,
            String code) {

        @Override
        public String toString() {
            return what + ": " + code;
        }
    }

    @Autowired
    private JdbcClient jdbc;

    static Stream<Bad> orders() {
        return Stream.of(
                        amounts(),
                        currencies(),
                        parties(),
                        Stream.of(
                                alices("a day that is over", 400, "invalid_execution_date", it -> it.onDay(-1)),
                                alices("no day", 400, "invalid_datetime_format", it -> it.onDay("2026-02-30")),
                                alices(
                                        "wrong check digits",
                                        400,
                                        "invalid_iban",
                                        it -> it.to("DE88370400440532013000")),
                                alices("too short", 400, "invalid_iban", it -> it.to("DE8937040044053201300")),
                                alices("no country", 400, "invalid_iban", it -> it.to("XX89370400440532013000")),
                                alices("no IBAN", 400, "invalid_iban", it -> it.to("'; DROP TABLE event; --"))))
                .flatMap(Function.identity());
    }

    private static Stream<Bad> amounts() {
        return Stream.of(
                alices("nothing", 400, "amount_too_small", it -> it.amount("0")),
                alices("nothing, exactly", 400, "amount_too_small", it -> it.amount("0.00")),
                alices("less than nothing", 400, "amount_too_small", it -> it.amount("-0.01")),
                alices("19 digits", 400, "invalid_amount_format", it -> it.amount("1000000000000000000")),
                alices(
                        "19 digits, two of them decimals",
                        400,
                        "invalid_amount_format",
                        it -> it.amount("10000000000000000.00")),
                alices("three decimals", 400, "invalid_amount_format", it -> it.amount("1.001")),
                alices("an exponent", 400, "invalid_amount_format", it -> it.amount("1e2")),
                alices("no number", 400, "invalid_amount_format", it -> it.amount("NaN")),
                alices("a JSON number", 400, "invalid_amount_format", it -> it.amount(1)));
    }

    private static Stream<Bad> currencies() {
        return Stream.of(
                alices("a currency that is none", 400, "invalid_currency_format", it -> it.currency("XYZ")),
                alices("a word", 400, "invalid_currency_format", it -> it.currency("pounds")),
                alices("another currency", 422, "currency_mismatch", it -> it.currency("EUR")),
                alices(
                        "a creditor of another currency",
                        422,
                        "currency_mismatch",
                        it -> transfer(it.alices, open(it.bob, "EUR"), "1.00")));
    }

    private static Stream<Bad> parties() {
        return Stream.of(
                alices("one's own account", 400, "same_account", it -> transfer(it.alices, it.alices, "1.00")),
                alices("from a closed account", 422, "account_inactive", it -> transfer(it.closed(), it.bobs, "1.00")),
                alices("to a closed account", 422, "account_inactive", it -> transfer(it.alices, it.closed(), "1.00")),
                new Bad(
                        "into a closed account",
                        it -> it.teller,
                        it -> deposit(it.closed(), "1.00"),
                        422,
                        "account_inactive"),
                alices("from a frozen account", 422, "account_frozen", it -> it.frozen()),
                alices("from somebody else's", 404, "account_not_found", it -> transfer(it.bobs, it.alices, "1.00")),
                alices(
                        "to a bank from somebody else's",
                        404,
                        "account_not_found",
                        it -> external(it.bobs, CAROLS_IBAN, "1.00")),
                new Bad(
                        "from a customer's, by staff",
                        it -> it.teller,
                        it -> transfer(it.alices, it.bobs, "1.00"),
                        404,
                        "account_not_found"),
                alices(
                        "from an account that is not there",
                        404,
                        "account_not_found",
                        it -> transfer(NOBODYS, it.alices, "1.00")),
                alices(
                        "to an account that is not there",
                        404,
                        "account_not_found",
                        it -> transfer(it.alices, NOBODYS, "1.00")),
                alices(
                        "from what is a payment",
                        404,
                        "account_not_found",
                        it -> transfer(it.somePayment(), it.alices, "1.00")),
                alices(
                        "to what is a payment",
                        404,
                        "account_not_found",
                        it -> transfer(it.alices, it.somePayment(), "1.00")),
                alices("from no id", 400, "invalid_uuid_format", it -> transfer("4711", it.alices, "1.00")));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void a_bad_order_is_refused_with_its_reason_and_nothing_is_written(Bad bad) {
        Map<String, Object> order = bad.order().apply(this);
        long before = lastOfPaymentsAndAccounts();

        pay(bad.by().apply(this), order).isProblem(bad.status(), bad.code());

        assertThat(lastOfPaymentsAndAccounts()).isEqualTo(before);
    }

    private static Bad alices(
            String what, int status, String code, Function<BadOrdersTest, Map<String, Object>> order) {
        return new Bad(what, it -> it.alice, order, status, code);
    }

    private Map<String, Object> amount(Object amount) {
        return with(good(), "amount", Map.of("amount", amount, "currency", "GBP"));
    }

    private Map<String, Object> currency(String currency) {
        return with(good(), "amount", Map.of("amount", "1.00", "currency", currency));
    }

    private Map<String, Object> onDay(int daysAhead) {
        return onDay(LocalDate.now(ZoneOffset.UTC).plusDays(daysAhead).toString());
    }

    private Map<String, Object> onDay(String day) {
        return with(good(), "executionDate", day);
    }

    private Map<String, Object> to(String iban) {
        return external(alices, iban, "1.00");
    }

    private Map<String, Object> good() {
        return transfer(alices, bobs, "1.00");
    }

    private String closed() {
        String account = open(alice, "GBP");
        alice.post("/api/accounts/" + account + "/close", WHY).is(200);
        return account;
    }

    private String somePayment() {
        return pay(teller, deposit(alices, "1.00")).is(201).text("id");
    }

    private Map<String, Object> frozen() {
        teller.post("/api/accounts/" + alices + "/freeze", WHY).is(200);
        return good();
    }

    private long lastOfPaymentsAndAccounts() {
        return jdbc.sql("""
                        SELECT coalesce(max(position), 0) FROM eventlog.event
                        WHERE stream_type IN ('Payment', 'Account')""").query(Long.class).single();
    }
}
