package io.ledgerbank.query.attestation;

import io.ledgerbank.query.attestation.Scratch.Limits;
import io.ledgerbank.query.projection.ProjectionName;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the read models as they are, each thing as one line of text. In a transaction that sees one moment. Thread-safe. */
final class ReadModels {

    /** Takes things one by one. */
    interface Sink {
        void take(String id, String shown);
    }

    static final String ACCOUNT = "account";
    static final String HOLDS = "holds";
    static final String ENTRIES = "entries";
    static final String LEDGER = "ledger";
    static final String PAYMENT = "payment";

    private static final String POSITIONS = "SELECT name, position FROM readmodel.projection";
    private static final int FETCH = 5_000;

    private static final Map<String, String> QUERIES = Map.of(
            ACCOUNT, """
                    SELECT id::text, concat_ws(' ', status, posted, held, overdraft_limit, single_limit, daily_limit,
                        monthly_limit, currency, iban, owner_id) FROM readmodel.account""",
            HOLDS, """
                    SELECT account_id::text, sum(amount)::text FROM readmodel.hold
                    WHERE ended_position IS NULL GROUP BY account_id""",
            ENTRIES, """
                    SELECT account_id::text || ' ' || currency, concat_ws(' ',
                        coalesce(sum(amount) FILTER (WHERE direction = 'DEBIT'), 0),
                        coalesce(sum(amount) FILTER (WHERE direction = 'CREDIT'), 0), count(*))
                    FROM readmodel.entry GROUP BY account_id, currency""",
            LEDGER, "SELECT account || ' ' || currency, concat_ws(' ', debits, credits) FROM readmodel.ledger_sum",
            PAYMENT, "SELECT id::text, concat_ws(' ', status, attempts) FROM readmodel.payment");

    private final JdbcClient jdbc;

    ReadModels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Limits limits() {
        Map<String, Long> positions = jdbc
                .sql(POSITIONS)
                .query((row, number) -> Map.entry(row.getString("name"), row.getLong("position")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Limits(
                positions.getOrDefault(ProjectionName.ACCOUNTS.code(), 0L),
                positions.getOrDefault(ProjectionName.ENTRIES.code(), 0L),
                positions.getOrDefault(ProjectionName.PAYMENTS.code(), 0L));
    }

    void read(String kind, Sink sink) {
        jdbc.sql(QUERIES.getOrDefault(kind, "")).withFetchSize(FETCH).query(row -> {
            sink.take(row.getString(1), row.getString(2));
        });
    }
}
