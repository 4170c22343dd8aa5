package io.ledgerbank.query.standingorder;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.payment.PaymentStatus;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.AbstractMap.SimpleEntry;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** Tells what has become of runs' payments, as the projection of payments has it. */
final class MadePayments {

    private static final String FIND =
            "SELECT id, status, due_at, last_reason FROM readmodel.payment WHERE id = ANY (?)";

    private final JdbcClient jdbc;

    MadePayments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, MadePayment> find(List<UUID> ids) {
        return jdbc
                .sql(FIND)
                .param(new SqlArrayValue("uuid", ids.toArray()))
                .query((row, number) -> new SimpleEntry<>(row.getObject("id", UUID.class), read(row)))
                .list()
                .stream()
                .collect(Collectors.toMap(Entry::getKey, Entry::getValue));
    }

    /** A payment that waits and has been refused before is one to be tried again. */
    private static MadePayment read(ResultSet row) throws SQLException {
        PaymentStatus status = PaymentStatus.valueOf(row.getString("status"));
        Optional<Reason> reason =
                Optional.ofNullable(row.getString("last_reason")).flatMap(Reason::find);
        Instant due = row.getTimestamp("due_at").toInstant();
        return new MadePayment(
                status,
                status == PaymentStatus.SCHEDULED || status == PaymentStatus.FAILED ? reason : Optional.empty(),
                status == PaymentStatus.SCHEDULED && reason.isPresent() ? Optional.of(due) : Optional.empty());
    }
}
