package io.ledgerbank.command.idempotency;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.Rejection;
import io.ledgerbank.command.eventlog.EventLogException;
import io.ledgerbank.command.eventlog.LostRace;
import io.ledgerbank.command.eventlog.PostgresErrors;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.jspecify.annotations.Nullable;

/** Keeps answers among the claims of {@code eventlog}, any number with one statement. */
final class JdbcAnswers implements Answers {

    private static final String FIND = """
            SELECT key, request, holder, sequence, refusal, detail
            FROM eventlog.claim WHERE kind = 'idempotency' AND key = ANY(?)""";

    /** In the order of keys, so that two nodes with the same ones do not wait for each other. */
    private static final String KEEP = """
            INSERT INTO eventlog.claim (kind, key, request, holder, sequence, refusal, detail)
            SELECT 'idempotency', key, decode(request, 'hex'), holder, sequence, refusal, detail
            FROM unnest(?, ?, ?, ?, ?, ?) AS answered (key, request, holder, sequence, refusal, detail) ORDER BY key
            ON CONFLICT DO NOTHING""";

    private final ConnectionProvider connections;

    JdbcAnswers(ConnectionProvider connections) {
        this.connections = connections;
    }

    @Override
    public List<Kept> find(Collection<String> keys) {
        try (Connection connection = connections.getConnection();
                PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setArray(1, connection.createArrayOf("text", keys.toArray()));
            try (ResultSet rows = statement.executeQuery()) {
                List<Kept> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(kept(rows));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new EventLogException("Could not look for idempotency keys", e);
        }
    }

    @Override
    public void keep(List<Kept> answers) {
        try (Connection connection = connections.getConnection();
                PreparedStatement statement = connection.prepareStatement(KEEP)) {
            column(statement, 1, "text", answers, kept -> kept.request().key());
            column(statement, 2, "text", answers, kept -> kept.request().fingerprint());
            column(statement, 3, "text", answers, kept -> kept.answer().streamId());
            column(
                    statement,
                    4,
                    "bigint",
                    answers,
                    kept -> kept.answer() instanceof Answer.Done done ? done.sequence() : null);
            column(
                    statement,
                    5,
                    "text",
                    answers,
                    kept -> kept.answer() instanceof Answer.Refused refused
                            ? refused.rejection().reason().code()
                            : null);
            column(
                    statement,
                    6,
                    "text",
                    answers,
                    kept -> kept.answer() instanceof Answer.Refused refused
                            ? refused.rejection().detail()
                            : null);
            if (statement.executeUpdate() < answers.size()) {
                throw new LostRace("A request was answered elsewhere meanwhile");
            }
        } catch (SQLException e) {
            if (PostgresErrors.isLocked(e)) {
                throw Idempotency.inFlight();
            }
            throw new EventLogException("Could not keep the answers to idempotency keys", e);
        }
    }

    private static void column(
            PreparedStatement statement,
            int index,
            String type,
            List<Kept> answers,
            Function<Kept, @Nullable Object> value)
            throws SQLException {
        Object[] values = answers.stream().map(value).toArray();
        statement.setArray(index, statement.getConnection().createArrayOf(type, values));
    }

    private static Kept kept(ResultSet row) throws SQLException {
        String fingerprint = HexFormat.of().formatHex(row.getBytes("request"));
        return new Kept(new RepeatableRequest(row.getString("key"), fingerprint), answer(row));
    }

    private static Answer answer(ResultSet row) throws SQLException {
        String streamId = row.getString("holder");
        Optional<String> refusal = Optional.ofNullable(row.getString("refusal"));
        if (refusal.isEmpty()) {
            return new Answer.Done(streamId, row.getLong("sequence"));
        }
        Reason reason = refusal.flatMap(Reason::find).orElse(Reason.INTERNAL_SERVER_ERROR);
        return new Answer.Refused(streamId, Rejection.of(reason, row.getString("detail")));
    }
}
