package io.ledgerbank.saga.work;

import io.ledgerbank.api.error.RetryRules;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the rules of retries that were ever set, so that old decisions can be understood. Thread-safe. */
public final class KeptCatalogues {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    KeptCatalogues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<RetryRules> all() {
        return jdbc.sql("SELECT rules FROM saga.error_catalogue ORDER BY first_used_at")
                .query((row, number) -> JSON.readValue(row.getString("rules"), RetryRules.class))
                .list();
    }

    /** Does nothing if they are kept already. */
    public void keep(int version, RetryRules rules, Instant now) {
        jdbc.sql(
                        "INSERT INTO saga.error_catalogue (version, rules, first_used_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING")
                .params(version, JSON.writeValueAsString(rules), Timestamp.from(now))
                .update();
    }
}
