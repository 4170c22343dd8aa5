package io.ledgerbank.command.idempotency;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.error.Rejection;
import io.ledgerbank.command.eventlog.ClaimResult;
import io.ledgerbank.command.eventlog.EventLogException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;

/** Keeps answers among the claims of {@code eventlog}. */
final class JdbcAnswers implements Answers {

    /** One parameter for many rows. */
    @SuppressWarnings("ArrayRecordComponent") // Only carried to the driver.
    private record Column(String type, Object[] values) {}

    private static final String FIND =
            "SELECT request, holder, sequence, refusal, detail FROM eventlog.claim WHERE kind = 'idempotency' AND key = ?";

    private static final String KEEP_DONE = """
            INSERT INTO eventlog.claim (kind, key, request, holder, sequence)
            SELECT 'idempotency', key, decode(request, 'hex'), holder, sequence
            FROM unnest(?, ?, ?, ?) AS answered (key, request, holder, sequence) ORDER BY key
            ON CONFLICT DO NOTHING""";

    private static final String KEEP_REFUSED = """
            INSERT INTO eventlog.claim (kind, key, request, holder, refusal, detail)
            VALUES ('idempotency', ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING""";

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final ConnectionProvider connections;
    private final TransactionManager transactions;
    private final Duration longestWait;

    /** @param longestWait for another node that is answering the same request */
    JdbcAnswers(ConnectionProvider connections, TransactionManager transactions, Duration longestWait) {
        this.connections = connections;
        this.transactions = transactions;
        this.longestWait = longestWait;
    }

    @Override
    public Optional<Answer> find(RepeatableRequest request) {
        return transactions.fetchInTransaction(() -> {
            try (Connection connection = connections.getConnection();
                    PreparedStatement statement = connection.prepareStatement(FIND)) {
                statement.setString(1, request.key());
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? Optional.of(answer(row, request)) : Optional.empty();
                }
            } catch (SQLException e) {
                throw new EventLogException("Could not look for an idempotency key", e);
            }
        });
    }

    @Override
    public void keep(List<Kept> answers) {
        int kept = keep(
                KEEP_DONE,
                column(answers, "text", answer -> answer.request().key()),
                column(answers, "text", answer -> answer.request().fingerprint()),
                column(answers, "text", answer -> answer.answer().streamId()),
                column(answers, "bigint", answer -> answer.answer().sequence()));
        if (kept < answers.size()) {
            throw new AnsweredElsewhere();
        }
    }

    private static Column column(List<Kept> answers, String type, Function<Kept, Object> value) {
        return new Column(type, answers.stream().map(value).toArray());
    }

    @Override
    public ClaimResult keep(RepeatableRequest request, String streamId, Rejection refusal) {
        int kept = transactions.fetchInTransaction(() -> keep(
                KEEP_REFUSED,
                request.key(),
                fingerprint(request),
                streamId,
                refusal.reason().code(),
                refusal.detail()));
        return kept == 1 ? ClaimResult.GRANTED : ClaimResult.TAKEN;
    }

    /** Bounds the wait for a row that another node is about to commit; its timeout ends with the transaction. */
    private int keep(String sql, Object... values) {
        String bounded = "SET LOCAL lock_timeout = " + longestWait.toMillis() + "; " + sql;
        try (Connection connection = connections.getConnection();
                PreparedStatement statement = connection.prepareStatement(bounded)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, parameter(connection, values[i]));
            }
            statement.execute();
            statement.getMoreResults();
            return statement.getUpdateCount();
        } catch (SQLException e) {
            if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
                throw Idempotency.inFlight();
            }
            throw new EventLogException("Could not keep the answer to an idempotency key", e);
        }
    }

    private static Object parameter(Connection connection, Object value) throws SQLException {
        return value instanceof Column column ? connection.createArrayOf(column.type(), column.values()) : value;
    }

    private static Answer answer(ResultSet row, RepeatableRequest request) throws SQLException {
        if (!HexFormat.of().formatHex(row.getBytes("request")).equals(request.fingerprint())) {
            throw new RejectedException(
                    Reason.IDEMPOTENCY_KEY_REUSED, "The idempotency key was used for a different request");
        }
        Optional<Reason> refusal = Optional.ofNullable(row.getString("refusal")).flatMap(Reason::find);
        if (refusal.isPresent()) {
            return new Answer.Refused(Rejection.of(refusal.get(), row.getString("detail")));
        }
        return new Answer.Done(row.getString("holder"), row.getLong("sequence"));
    }

    private static byte[] fingerprint(RepeatableRequest request) {
        return HexFormat.of().parseHex(request.fingerprint());
    }
}
