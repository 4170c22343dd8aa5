package io.ledgerbank.saga.reconciliation;

import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where runs are kept. Thread-safe. */
public final class Runs {

    private static final String RESULT = """
            INSERT INTO saga.reconciliation_result (run_id, bank_code, state, reason, matched, breaks)
            VALUES (:run, :bank, :state, :reason, :matched, :breaks)
            ON CONFLICT (run_id, bank_code) DO UPDATE SET state = excluded.state, reason = excluded.reason,
                matched = excluded.matched, breaks = excluded.breaks""";

    private static final UUID LAST = new UUID(-1, -1);

    private final JdbcClient jdbc;

    Runs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID id, String orderedBy, Instant now) {
        jdbc.sql("INSERT INTO saga.reconciliation_run (id, ordered_by, started_at, state) VALUES (?, ?, ?, 'RUNNING')")
                .params(id, orderedBy, Timestamp.from(now))
                .update();
    }

    /** @return the number of this attempt; 0 when the run is over */
    int attempt(UUID id) {
        return jdbc.sql("UPDATE saga.reconciliation_run SET attempts = attempts + 1"
                        + " WHERE id = ? AND state = 'RUNNING' RETURNING attempts")
                .param(id)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    Set<BankCode> doneIn(UUID id) {
        return find(id).banks().stream()
                .filter(result -> result.state() == ReconciliationRun.State.DONE)
                .map(ReconciliationRun.Result::bankCode)
                .collect(Collectors.toSet());
    }

    void record(UUID id, ReconciliationRun.Result result) {
        jdbc.sql(RESULT)
                .param("run", id)
                .param("bank", result.bankCode().value())
                .param("state", result.state().name())
                .param("reason", result.reason().map(Reason::code).orElse(null))
                .param("matched", result.matched())
                .param("breaks", result.breaks())
                .update();
    }

    void end(UUID id, ReconciliationRun.State state, Instant now) {
        jdbc.sql("UPDATE saga.reconciliation_run SET state = ?, ended_at = ? WHERE id = ? AND state = 'RUNNING'")
                .params(state.name(), Timestamp.from(now), id)
                .update();
    }

    /** @throws RejectedException {@code reconciliation_run_not_found} */
    ReconciliationRun find(UUID id) {
        return jdbc.sql("SELECT * FROM saga.reconciliation_run WHERE id = ?")
                .param(id)
                .query((row, number) -> run(row))
                .optional()
                .orElseThrow(() -> new RejectedException(
                        Reason.RECONCILIATION_RUN_NOT_FOUND, "There is no run with the id " + id));
    }

    /** Newest first, one more than a page, so that it shows whether there is another. */
    public List<ReconciliationRun> page(int limit, Optional<UUID> before) {
        return jdbc.sql("SELECT * FROM saga.reconciliation_run WHERE id < ? ORDER BY id DESC LIMIT ?")
                .params(before.orElse(LAST), limit + 1)
                .query((row, number) -> run(row))
                .list();
    }

    private ReconciliationRun run(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new ReconciliationRun(
                id,
                row.getString("ordered_by"),
                row.getTimestamp("started_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant),
                ReconciliationRun.State.valueOf(row.getString("state")),
                results(id));
    }

    private List<ReconciliationRun.Result> results(UUID id) {
        return jdbc.sql("SELECT * FROM saga.reconciliation_result WHERE run_id = ? ORDER BY bank_code")
                .param(id)
                .query((row, number) -> new ReconciliationRun.Result(
                        new BankCode(row.getString("bank_code")),
                        ReconciliationRun.State.valueOf(row.getString("state")),
                        Optional.ofNullable(row.getString("reason")).flatMap(Reason::find),
                        row.getInt("matched"),
                        row.getInt("breaks")))
                .list();
    }
}
