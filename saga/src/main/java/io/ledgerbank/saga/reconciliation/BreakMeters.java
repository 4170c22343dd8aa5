package io.ledgerbank.saga.reconciliation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells how much does not agree, by currency: alarm on anything above 0. Thread-safe. */
final class BreakMeters {

    private final JdbcClient jdbc;
    private final MeterRegistry meters;
    private final Set<String> measured = ConcurrentHashMap.newKeySet();

    BreakMeters(JdbcClient jdbc, MeterRegistry meters) {
        this.jdbc = jdbc;
        this.meters = meters;
    }

    /** Has a meter for each currency in which something ever did not agree. */
    void look() {
        jdbc.sql("SELECT DISTINCT currency FROM saga.reconciliation_break").query(String.class).list().stream()
                .filter(measured::add)
                .forEach(this::measure);
    }

    private void measure(String currency) {
        Gauge.builder("ledgerbank.reconciliation.breaks", () -> open("count(*)", currency))
                .description("what a bank and our ledger do not agree about")
                .tag("currency", currency)
                .register(meters);
        Gauge.builder("ledgerbank.reconciliation.breaks.amount", () -> open("sum(abs(ours + theirs))", currency))
                .description("the differences in minor units")
                .tag("currency", currency)
                .register(meters);
    }

    private Number open(String aggregate, String currency) {
        return jdbc.sql("SELECT coalesce(" + aggregate
                        + ", 0) FROM saga.reconciliation_break WHERE state = 'OPEN' AND currency = ?")
                .param(currency)
                .query(BigDecimal.class)
                .single();
    }
}
