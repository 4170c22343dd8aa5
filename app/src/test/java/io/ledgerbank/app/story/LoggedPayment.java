package io.ledgerbank.app.story;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An external payment as the event log has it.
 *
 * @param end the type of the event after which nothing happens by itself, if it has come so far
 * @param bankReference what the bank called the execution that settled it
 * @param reason why it failed or waits for a person
 * @param certain what its bank certainly did with what waits for a person
 * @param doubts how often nobody knew what the bank had done
 */
record LoggedPayment(
        String id,
        int attempts,
        Optional<String> end,
        Optional<String> bankReference,
        Optional<String> reason,
        Optional<String> certain,
        int doubts) {

    private static final String ENDS = "('PaymentSettled', 'PaymentFailed', 'PaymentParked')";

    private static final String ALL = """
            SELECT stream_id AS id,
                   count(*) FILTER (WHERE type = 'AttemptStarted') AS attempts,
                   (array_agg(type ORDER BY sequence DESC) FILTER (WHERE type IN %1$s))[1] AS final,
                   (array_agg(payload ->> 'bankReference' ORDER BY sequence DESC)
                        FILTER (WHERE type = 'PaymentSettled'))[1] AS reference,
                   (array_agg(payload ->> 'reason' ORDER BY sequence DESC) FILTER (WHERE type IN %1$s))[1] AS reason,
                   (array_agg(payload ->> 'outcome' ORDER BY sequence DESC) FILTER (WHERE type = 'PaymentParked'))[1]
                        AS certain,
                   count(*) FILTER (WHERE type = 'OutcomeUnknown') AS doubts
              FROM eventlog.event
             WHERE stream_id IN (SELECT stream_id FROM eventlog.event
                                  WHERE type = 'PaymentCreated' AND payload #>> '{order,type}' = 'PAYMENT')
             GROUP BY stream_id
            """.formatted(ENDS);

    private static final String UNFINISHED = """
            SELECT count(*) FROM eventlog.event created
             WHERE type = 'PaymentCreated' AND payload #>> '{order,type}' = 'PAYMENT'
               AND NOT EXISTS (SELECT FROM eventlog.event ending
                                WHERE ending.stream_id = created.stream_id AND ending.type IN %s)
            """.formatted(ENDS);

    static List<LoggedPayment> all(DataSource database) {
        return JdbcClient.create(database)
                .sql(ALL)
                .query((row, number) -> new LoggedPayment(
                        row.getString("id"),
                        row.getInt("attempts"),
                        Optional.ofNullable(row.getString("final")),
                        Optional.ofNullable(row.getString("reference")),
                        Optional.ofNullable(row.getString("reason")),
                        Optional.ofNullable(row.getString("certain")),
                        row.getInt("doubts")))
                .list();
    }

    /** How many have come to no end yet. */
    static long unfinished(DataSource database) {
        return JdbcClient.create(database).sql(UNFINISHED).query(Long.class).single();
    }

    boolean isCertainlyNotExecuted() {
        return endedAs("PaymentParked") && certain.isPresent();
    }

    boolean wasInDoubt() {
        return doubts > 0;
    }

    boolean endedAs(String type) {
        return end.filter(type::equals).isPresent();
    }

    /** How it ended, in words that can be counted. */
    String fate() {
        return end.orElse("no end") + reason.map(why -> " (" + why + ")").orElse("");
    }
}
