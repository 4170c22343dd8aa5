package io.ledgerbank.query.payment;

import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.payment.PaymentStatus;
import io.ledgerbank.api.payment.PaymentType;
import io.ledgerbank.query.audit.Total;
import io.ledgerbank.query.payment.PaymentStats.Group;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts and sums payments by type and status. Thread-safe. */
final class PaymentCounts {

    private static final String SQL = """
            SELECT type, status, currency, count(*) AS payments, sum(amount) AS amount
            FROM readmodel.payment %s GROUP BY type, status, currency ORDER BY type, status, currency""";

    private final JdbcClient jdbc;

    PaymentCounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param owner whose payments; everybody's if empty */
    PaymentStats count(Optional<UserId> owner) {
        Map<String, Group> groups = new LinkedHashMap<>();
        owner.map(one -> jdbc.sql(SQL.formatted("WHERE owner_id = ?")).param(one.value()))
                .orElseGet(() -> jdbc.sql(SQL.formatted("")))
                .query((row, number) -> read(row))
                .list()
                .forEach(group -> groups.merge(group.type() + "/" + group.status(), group, PaymentCounts::together));
        return PaymentStats.of(List.copyOf(groups.values()));
    }

    private static Group read(ResultSet row) throws SQLException {
        Total sum = new Total(
                row.getBigDecimal("amount").toBigIntegerExact(), Currency.getInstance(row.getString("currency")));
        return new Group(
                PaymentType.valueOf(row.getString("type")),
                PaymentStatus.valueOf(row.getString("status")),
                row.getLong("payments"),
                List.of(sum));
    }

    private static Group together(Group one, Group other) {
        List<Total> sums =
                Stream.concat(one.sums().stream(), other.sums().stream()).toList();
        return new Group(one.type(), one.status(), one.count() + other.count(), sums);
    }
}
