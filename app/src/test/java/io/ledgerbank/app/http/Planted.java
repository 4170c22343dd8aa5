package io.ledgerbank.app.http;

import io.ledgerbank.api.account.AccountType;
import io.ledgerbank.api.account.Iban;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.error.Rejection;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.PaymentOrder;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.axonframework.commandhandling.CommandExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Endpoints that take every kind of value and fail in every way. */
@TestComponent
@RestController
class Planted {

    record Item(int count, Iban iban) {}

    record Body(
            AccountId account,
            AccountType kind,
            Currency currency,
            Money amount,
            LocalDate day,
            String text,
            boolean flag,
            Optional<String> remark,
            @Nullable String note,
            List<Item> items) {}

    @PostMapping("/planted/body")
    Body body(@RequestBody Body body) {
        return body;
    }

    @PostMapping("/planted/tree")
    JsonNode tree(@RequestBody JsonNode tree) {
        return tree;
    }

    @PostMapping("/planted/order")
    PaymentOrder order(@RequestBody PaymentOrder order) {
        return order;
    }

    @GetMapping("/planted/accounts/{id}")
    Map<String, String> account(
            @PathVariable AccountId id,
            @RequestParam Optional<AccountType> kind,
            @RequestParam Optional<LocalDate> day,
            @RequestParam(defaultValue = "20") int limit) {
        return Map.of("id", id.toString(), "limit", Integer.toString(limit));
    }

    @GetMapping("/planted/needs")
    String needs(@RequestParam String query, @RequestHeader("X-Needed") String header) {
        return query + header;
    }

    @GetMapping(value = "/planted/csv", produces = "text/csv")
    String csv() {
        return "a,b";
    }

    @GetMapping(value = "/planted/fails/{how}", produces = MediaType.APPLICATION_JSON_VALUE)
    String fails(@PathVariable String how) throws Throwable {
        throw switch (how) {
            case "rejected" ->
                new RejectedException(Rejection.of(Reason.INSUFFICIENT_FUNDS, "There are 5.00 GBP available"));
            case "wrapped" ->
                new CompletionException(new CommandExecutionException(
                        "x", new RejectedException(Reason.ACCOUNT_FROZEN, "The account is frozen")));
            case "remote" ->
                new CommandExecutionException(
                        "x", null, Rejection.of(Reason.CURRENCY_MISMATCH, "The account is in GBP"));
            case "busy" -> new RejectedException(Reason.SERVICE_UNAVAILABLE, "Too many at once");
            case "no-connection" ->
                new CannotGetJdbcConnectionException("x", new SQLException("refused by db.internal", "08001"));
            case "no-transaction" ->
                new CannotCreateTransactionException("x", new SQLException("terminating", "57P01"));
            case "lost-connection" -> new DataAccessResourceFailureException("x", new SQLException("reset", "08006"));
            case "bad-sql" -> new DuplicateKeyException("INSERT INTO secret_table", new SQLException("dup", "23505"));
            case "nul" -> new DuplicateKeyException("x", new SQLException("invalid byte sequence", "22021"));
            case "bug" -> new IllegalStateException("java.lang.Secret at line 5");
            case "error" -> new AssertionError("io.ledgerbank.Secret");
            default -> new UnsupportedOperationException(how);
        };
    }
}
