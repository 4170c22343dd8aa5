package io.ledgerbank.benchmarks.stock;

import io.ledgerbank.api.payment.PaymentCompleted;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The smallest projection there can be: which payments are done. */
@ProcessingGroup(SeenPayments.NAME)
final class SeenPayments {

    static final String NAME = "seen";
    static final String TABLE = "CREATE TABLE IF NOT EXISTS seen (id uuid PRIMARY KEY)";

    private final JdbcClient jdbc;

    SeenPayments(JdbcClient jdbc) {
        this.jdbc = jdbc;
        jdbc.sql(TABLE).update();
    }

    @EventHandler
    void on(PaymentCompleted event) {
        jdbc.sql("INSERT INTO seen (id) VALUES (:id) ON CONFLICT DO NOTHING")
                .param("id", event.paymentId().value())
                .update();
    }
}
