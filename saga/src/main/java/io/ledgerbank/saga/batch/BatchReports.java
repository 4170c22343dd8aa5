package io.ledgerbank.saga.batch;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.payment.SagaCriteria;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Tells how batches fare. Thread-safe. */
public final class BatchReports {

    private static final int MOST_FAILURES = 100;

    private static final String FIND = """
            SELECT batch.*, count(item.number) AS total, count(*) FILTER (WHERE item.state = 'DONE') AS done,
                count(*) FILTER (WHERE item.state = 'FAILED') AS failed
            FROM saga.batch LEFT JOIN saga.batch_item AS item ON item.batch_id = batch.id
            WHERE batch.id IN (SELECT id FROM saga.batch WHERE %s ORDER BY id DESC LIMIT :limit)
            GROUP BY batch.id ORDER BY batch.id DESC""";

    private static final String FAILURES = """
            SELECT payment_id, reason FROM saga.batch_item
            WHERE batch_id = ? AND state = 'FAILED' ORDER BY number LIMIT ?""";

    private static final String SUMS = """
            SELECT currency, sum(amount) AS minor FROM saga.batch_item WHERE batch_id = ? GROUP BY currency ORDER BY currency""";

    private static final UUID LAST = new UUID(-1, -1);

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.builder().build();

    BatchReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws RejectedException {@code batch_not_found} */
    public Batch find(UUID id) {
        return jdbc.sql(FIND.formatted("id = :id"))
                .param("id", id)
                .param("limit", 1)
                .query((row, number) -> read(row))
                .optional()
                .orElseThrow(
                        () -> new RejectedException(Reason.BATCH_NOT_FOUND, "There is no batch with the id " + id));
    }

    /** Newest first, one more than a page, so that it shows whether there is another. */
    public List<Batch> page(int limit, Optional<UUID> before) {
        return jdbc.sql(FIND.formatted("id < :before"))
                .param("before", before.orElse(LAST))
                .param("limit", limit + 1)
                .query((row, number) -> read(row))
                .list();
    }

    String written(SagaCriteria filter) {
        return json.writeValueAsString(filter);
    }

    private Batch read(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        int total = row.getInt("total");
        int done = row.getInt("done");
        int failed = row.getInt("failed");
        return new Batch(
                id,
                BatchAction.valueOf(row.getString("action")),
                json.readValue(row.getString("filter"), SagaCriteria.class),
                row.getString("reason"),
                BatchState.valueOf(row.getString("state")),
                new UserId(row.getObject("requested_by", UUID.class)),
                row.getTimestamp("requested_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant),
                total,
                done,
                failed,
                total - done - failed,
                failures(id),
                sums(id));
    }

    private List<Batch.Failure> failures(UUID id) {
        return jdbc.sql(FAILURES)
                .params(id, MOST_FAILURES)
                .query((row, number) -> new Batch.Failure(
                        new PaymentId(row.getObject("payment_id", UUID.class)),
                        Reason.find(row.getString("reason")).orElse(Reason.INTERNAL_SERVER_ERROR)))
                .list();
    }

    private List<Sum> sums(UUID id) {
        return jdbc.sql(SUMS)
                .param(id)
                .query((row, number) -> sum(row.getBigDecimal("minor"), row.getString("currency")))
                .list();
    }

    private static Sum sum(BigDecimal minorUnits, String code) {
        Currency currency = Currency.getInstance(code);
        return new Sum(
                minorUnits.movePointLeft(currency.getDefaultFractionDigits()).toPlainString(), currency);
    }
}
