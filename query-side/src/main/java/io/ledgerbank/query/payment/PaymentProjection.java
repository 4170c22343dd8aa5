package io.ledgerbank.query.payment;

import io.ledgerbank.api.account.Iban;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.payment.Creditor;
import io.ledgerbank.api.payment.PaymentCreated;
import io.ledgerbank.api.payment.PaymentEvent;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.PaymentProgress;
import io.ledgerbank.query.projection.LogPosition;
import java.sql.Timestamp;
import java.util.Optional;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps what each payment orders and how far it has come. */
final class PaymentProjection {

    private static final String INSERT = """
            INSERT INTO readmodel.payment (id, owner_id, type, amount, currency, debtor_account_id, debtor_iban,
                    creditor_account_id, creditor_name, creditor_iban, creditor_bank_code, remittance_information,
                    end_to_end_id, priority, created_at, position, last_position, %s)
            VALUES (:id, :owner, :type, :amount, :currency, CAST(:debtor AS uuid), :debtorIban,
                    CAST(:creditorAccount AS uuid), :creditorName, :creditorIban, :creditorBank, :remittanceInformation,
                    :endToEndId, :priority, :createdAt, :position, :position, %s)
            ON CONFLICT (id) DO NOTHING""".formatted(ProgressTable.COLUMNS, ProgressTable.VALUES);

    private static final String UPDATE = """
            UPDATE readmodel.payment SET last_position = :position, (%s) = (%s) WHERE id = :id""".formatted(ProgressTable.COLUMNS, ProgressTable.VALUES);

    private final JdbcClient jdbc;
    private final ProgressTable progress;

    PaymentProjection(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.progress = new ProgressTable(jdbc, "readmodel.payment", "id");
    }

    @EventHandler
    void on(PaymentCreated event, TrackingToken token) {
        PaymentOrder order = event.order();
        Optional<Creditor> creditor = order.externalCreditor();
        jdbc.sql(INSERT)
                .params(ProgressTable.values(PaymentProgress.of(event)))
                .param("id", event.paymentId().value())
                .param("owner", event.ownerId().value())
                .param("type", order.type().name())
                .param("amount", order.amount().minorUnits())
                .param("currency", order.amount().currency().getCurrencyCode())
                .param("debtor", order.debtor().map(AccountId::value).orElse(null))
                .param("debtorIban", event.debtorIban().map(Iban::value).orElse(null))
                .param(
                        "creditorAccount",
                        order.creditorAccount().map(AccountId::value).orElse(null))
                .param("creditorName", creditor.map(Creditor::name).orElse(null))
                .param("creditorIban", creditor.map(to -> to.iban().value()).orElse(null))
                .param("creditorBank", creditor.map(to -> to.bankCode().value()).orElse(null))
                .param("remittanceInformation", order.remittanceInformation())
                .param("endToEndId", order.endToEndId().orElse(null))
                .param("priority", order.priority().name())
                .param("createdAt", Timestamp.from(event.createdAt()))
                .param("position", LogPosition.of(token))
                .update();
    }

    @EventHandler
    void on(PaymentEvent event, TrackingToken token) {
        long position = LogPosition.of(token);
        ProgressTable.Known known = progress.find(event.paymentId().value())
                .orElseThrow(() -> new IllegalStateException("The event at " + position + " is of payment "
                        + event.paymentId() + ", which was not created"));
        known.after(event, position).ifPresent(next -> update(event, next, position));
    }

    private void update(PaymentEvent event, PaymentProgress next, long position) {
        jdbc.sql(UPDATE)
                .params(ProgressTable.values(next))
                .param("position", position)
                .param("id", event.paymentId().value())
                .update();
    }
}
