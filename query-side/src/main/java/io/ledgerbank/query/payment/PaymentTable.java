package io.ledgerbank.query.payment;

import io.ledgerbank.api.account.Iban;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.payment.Creditor;
import io.ledgerbank.api.payment.PaymentCreated;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.query.projection.ManyRows;
import io.ledgerbank.query.projection.Recorded;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads and writes payments many at a time. */
final class PaymentTable {

    /** A new payment and how far its first batch has brought it. */
    private record Created(PaymentCreated event, long position, Reached reached) {

        PaymentOrder order() {
            return event.order();
        }

        @Nullable
        String creditor(Function<Creditor, String> field) {
            return order().externalCreditor().map(field).orElse(null);
        }
    }

    private static final ManyRows<Created> CREATED = ProgressTable.columns(
            ManyRows.<Created>of()
                    .column("id", "uuid", row -> row.event().paymentId().value())
                    .column("owner_id", "uuid", row -> row.event().ownerId().value())
                    .column("type", "text", row -> row.order().type().name())
                    .column("amount", "bigint", row -> row.order().amount().minorUnits())
                    .column(
                            "currency",
                            "text",
                            row -> row.order().amount().currency().getCurrencyCode())
                    .column(
                            "debtor_account_id",
                            "uuid",
                            row -> row.order().debtor().map(AccountId::value).orElse(null))
                    .column(
                            "debtor_iban",
                            "text",
                            row -> row.event().debtorIban().map(Iban::value).orElse(null))
                    .column("creditor_account_id", "uuid", row -> row.order()
                            .creditorAccount()
                            .map(AccountId::value)
                            .orElse(null))
                    .column("creditor_name", "text", row -> row.creditor(Creditor::name))
                    .column(
                            "creditor_iban",
                            "text",
                            row -> row.creditor(to -> to.iban().value()))
                    .column(
                            "creditor_bank_code",
                            "text",
                            row -> row.creditor(to -> to.bankCode().value()))
                    .column("remittance_information", "text", row -> row.order().remittanceInformation())
                    .column("end_to_end_id", "text", row -> row.order()
                            .endToEndId()
                            .orElse(null))
                    .column("priority", "text", row -> row.order().priority().name())
                    .column("created_at", "timestamptz", row -> row.event().createdAt())
                    .column("position", "bigint", Created::position),
            Created::reached);

    private static final ManyRows<Entry<UUID, Reached>> MOVED_ON = ProgressTable.columns(
            ManyRows.<Entry<UUID, Reached>>of().column("id", "uuid", Entry::getKey), Entry::getValue);

    private static final String INSERT = CREATED.insertInto("readmodel.payment");
    private static final String UPDATE = MOVED_ON.update("readmodel.payment", "id");

    private final JdbcClient jdbc;
    private final ProgressTable progress;

    PaymentTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.progress = new ProgressTable(jdbc, "readmodel.payment", "id");
    }

    Map<UUID, Reached> find(List<UUID> ids) {
        return progress.find(ids);
    }

    void insert(List<Recorded<PaymentCreated>> payments, Map<UUID, Reached> reached) {
        List<Created> rows = payments.stream()
                .map(payment -> new Created(
                        payment.event(),
                        payment.position(),
                        Objects.requireNonNull(
                                reached.get(payment.event().paymentId().value()))))
                .toList();
        CREATED.write(jdbc, INSERT, rows);
    }

    void update(Map<UUID, Reached> reached) {
        MOVED_ON.write(jdbc, UPDATE, List.copyOf(reached.entrySet()));
    }
}
