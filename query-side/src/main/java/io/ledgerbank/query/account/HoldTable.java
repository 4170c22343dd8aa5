package io.ledgerbank.query.account;

import io.ledgerbank.api.account.FundsHeld;
import io.ledgerbank.api.id.PaymentId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes down which payment holds how much where, and by which event that ended. */
final class HoldTable {

    private final JdbcClient jdbc;

    HoldTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void place(FundsHeld event, long position) {
        jdbc.sql("""
                INSERT INTO readmodel.hold (payment_id, account_id, amount, currency, position)
                VALUES (:payment, :account, :amount, :currency, :position)
                ON CONFLICT (payment_id) DO NOTHING""")
                .param("payment", event.paymentId().value())
                .param("account", event.accountId().value())
                .param("amount", event.amount().minorUnits())
                .param("currency", event.amount().currency().getCurrencyCode())
                .param("position", position)
                .update();
    }

    void end(PaymentId paymentId, long position) {
        int ended = jdbc.sql("UPDATE readmodel.hold SET ended_position = :position WHERE payment_id = :payment")
                .param("position", position)
                .param("payment", paymentId.value())
                .update();
        if (ended == 0) {
            throw new IllegalStateException(
                    "The event at " + position + " ends a hold for payment " + paymentId + ", which was never placed");
        }
    }
}
