package io.ledgerbank.query.board;

import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.FailedWork;
import io.ledgerbank.api.payment.Priority;
import io.ledgerbank.api.payment.Step;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.query.paging.Page;
import io.ledgerbank.query.paging.Paging;
import io.ledgerbank.query.payment.DeadSagas;
import io.ledgerbank.query.payment.SagaDetails;
import io.ledgerbank.query.payment.SagaState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The list of sagas with all filters that operators need, a keyset page at a time by one query, which costs the same however many
 * sagas there are. Thread-safe.
 */
public class SagaBoard {

    private static final String SELECT = """
            SELECT saga.payment_id, saga.bank_code, saga.amount, saga.currency, saga.state, saga.step, saga.sequence,
                saga.attempts, saga.inquiries, saga.due_at, saga.last_reason, saga.ended_at, saga.started_at,
                saga.updated_at, saga.position, payment.owner_id, payment.debtor_account_id, payment.creditor_name,
                payment.end_to_end_id, payment.priority
            FROM readmodel.saga LEFT JOIN readmodel.payment ON payment.id = saga.payment_id""";

    private final JdbcClient jdbc;
    private final FailedWork failedWork;
    private final Clock clock;

    SagaBoard(JdbcClient jdbc, FailedWork failedWork, Clock clock) {
        this.jdbc = jdbc;
        this.failedWork = failedWork;
        this.clock = clock;
    }

    /** @throws RejectedException {@code insufficient_permissions}, {@code invalid_cursor} */
    public Page<BoardRow> page(BoardFilter filter, BoardOrder order, Paging paging, Caller caller) {
        caller.requireStaff();
        BoardConditions conditions = BoardConditions.of(filter, clock.instant());
        paging.cursor().ifPresent(cursor -> conditions.after(order, BoardPlace.read(cursor, order)));
        List<BoardRow> rows = find(conditions, statement(conditions, order, paging.limit() + 1));
        if (rows.size() <= paging.limit()) {
            return new Page<>(rows, Optional.empty());
        }
        List<BoardRow> shown = rows.subList(0, paging.limit());
        return new Page<>(shown, Optional.of(BoardPlace.cursorAt(shown.getLast(), order)));
    }

    /**
     * Those of the payments that meet the filter.
     *
     * @throws RejectedException {@code insufficient_permissions}
     */
    public List<BoardRow> among(List<PaymentId> payments, BoardFilter filter, Caller caller) {
        caller.requireStaff();
        if (payments.isEmpty()) {
            return List.of();
        }
        BoardConditions conditions = BoardConditions.of(filter, clock.instant());
        conditions.among(payments.stream().map(PaymentId::value).toList());
        return find(conditions, statement(conditions, BoardOrder.NEWEST, payments.size()));
    }

    static String statement(BoardConditions conditions, BoardOrder order, int most) {
        return SELECT + conditions.where() + order.orderBy() + " LIMIT " + most;
    }

    private List<BoardRow> find(BoardConditions conditions, String statement) {
        Instant now = clock.instant();
        DeadSagas dead = new DeadSagas(failedWork.open());
        return jdbc.sql(statement)
                .params(conditions.parameters())
                .query((row, number) -> read(row, dead, now))
                .list();
    }

    private static BoardRow read(ResultSet row, DeadSagas dead, Instant now) throws SQLException {
        return new BoardRow(
                dead.shown(details(row, now)),
                row.getLong("position"),
                row.getLong("sequence"),
                Optional.ofNullable(row.getObject("owner_id", UUID.class)).map(UserId::new),
                Optional.ofNullable(row.getObject("debtor_account_id", UUID.class))
                        .map(AccountId::new),
                Optional.ofNullable(row.getString("creditor_name")),
                Optional.ofNullable(row.getString("end_to_end_id")),
                Optional.ofNullable(row.getString("priority"))
                        .map(Priority::valueOf)
                        .orElse(Priority.NORMAL));
    }

    private static SagaDetails details(ResultSet row, Instant now) throws SQLException {
        SagaState state = SagaState.valueOf(row.getString("state"));
        Instant startedAt = row.getTimestamp("started_at").toInstant();
        Instant until = Optional.ofNullable(row.getTimestamp("ended_at"))
                .map(Timestamp::toInstant)
                .orElse(now);
        Optional<Instant> dueAt = state == SagaState.RUNNING || state == SagaState.WAITING
                ? Optional.of(row.getTimestamp("due_at").toInstant())
                : Optional.empty();
        return new SagaDetails(
                new PaymentId(row.getObject("payment_id", UUID.class)),
                state,
                Step.valueOf(row.getString("step")),
                row.getInt("attempts"),
                row.getInt("inquiries"),
                dueAt,
                Optional.ofNullable(row.getString("last_reason")).flatMap(Reason::find),
                new BankCode(row.getString("bank_code")),
                new Money(row.getLong("amount"), Currency.getInstance(row.getString("currency"))),
                startedAt,
                row.getTimestamp("updated_at").toInstant(),
                Duration.between(startedAt, until).toSeconds(),
                Optional.empty());
    }
}
