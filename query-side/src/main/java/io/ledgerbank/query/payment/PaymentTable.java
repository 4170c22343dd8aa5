package io.ledgerbank.query.payment;

import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.Creditor;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.PaymentTerms;
import io.ledgerbank.query.projection.ManyRows;
import io.ledgerbank.query.projection.Recorded;
import io.ledgerbank.query.projection.Tables;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads and writes payments many at a time. */
final class PaymentTable {

    /** A new payment and how far its first batch has brought it. */
    private record Created(PaymentTerms terms, long position, Reached reached) {

        PaymentOrder order() {
            return terms.order();
        }
    }

    private static final ManyRows<Created> CREATED = ProgressTable.columns(
            routeColumns(
                    ManyRows.<Created>of()
                            .column("id", "uuid", row -> row.terms().id().value())
                            .column("owner_id", "uuid", row -> row.terms()
                                    .ownerId()
                                    .value())
                            .column("amount", "bigint", row -> row.order()
                                    .amount()
                                    .minorUnits())
                            .column(
                                    "currency",
                                    "text",
                                    row -> row.order().amount().currency().getCurrencyCode())
                            .column("debtor_account_id", "uuid", row -> row.order()
                                    .debtor()
                                    .map(AccountId::value)
                                    .orElse(null))
                            .column("remittance_information", "text", row -> row.order()
                                    .remittanceInformation())
                            .column("end_to_end_id", "text", row -> row.order()
                                    .endToEndId()
                                    .orElse(null))
                            .column("priority", "text", row -> row.order()
                                    .priority()
                                    .name())
                            .column("execution_date", "date", row -> row.order()
                                    .executionDate()
                                    .orElse(null))
                            .column("value_date", "date", row -> row.order()
                                    .valueDate()
                                    .orElse(null))
                            .column("reversal_of", "uuid", row -> row.terms()
                                    .reversalOf()
                                    .map(PaymentId::value)
                                    .orElse(null))
                            .column("created_at", "timestamptz", row -> row.terms()
                                    .createdAt())
                            .column("position", "bigint", Created::position),
                    Created::order),
            Created::reached);

    private static final ManyRows<PaymentTerms> ROUTED = routeColumns(
            ManyRows.<PaymentTerms>of().column("id", "uuid", terms -> terms.id().value()), PaymentTerms::order);

    private static final ManyRows<Entry<UUID, Reached>> MOVED_ON = ProgressTable.columns(
            ManyRows.<Entry<UUID, Reached>>of().column("id", "uuid", Entry::getKey), Entry::getValue);

    private static final String ROUTE = ROUTED.update("readmodel.payment", "id");
    private static final String UPDATE = MOVED_ON.update("readmodel.payment", "id");

    private final Tables tables;
    private final ProgressTable progress;

    PaymentTable(Tables tables) {
        this.tables = tables;
        this.progress = new ProgressTable(tables, "readmodel.payment", "id");
    }

    Map<UUID, Reached> find(List<UUID> ids) {
        return progress.find(ids);
    }

    void insert(List<Recorded<PaymentTerms>> payments, Map<UUID, Reached> reached) {
        List<Created> rows = payments.stream()
                .map(payment -> new Created(
                        payment.event(),
                        payment.position(),
                        Objects.requireNonNull(reached.get(payment.event().id().value()))))
                .toList();
        CREATED.copyInto("readmodel.payment", tables, rows);
    }

    /** Where payments go, as was decided when they were made. */
    void route(List<PaymentTerms> payments) {
        ROUTED.write(tables, ROUTE, payments);
    }

    void update(Map<UUID, Reached> reached) {
        MOVED_ON.write(tables, UPDATE, List.copyOf(reached.entrySet()));
    }

    /** Where the money goes. */
    private static <R> ManyRows<R> routeColumns(ManyRows<R> rows, Function<R, PaymentOrder> order) {
        return rows.column("type", "text", row -> order.apply(row).type().name())
                .column("creditor_account_id", "uuid", row -> order.apply(row)
                        .creditorAccount()
                        .map(AccountId::value)
                        .orElse(null))
                .column("creditor_name", "text", row -> creditor(order.apply(row), Creditor::name))
                .column(
                        "creditor_iban",
                        "text",
                        row -> creditor(order.apply(row), to -> to.iban().value()))
                .column(
                        "creditor_bank_code",
                        "text",
                        row -> creditor(order.apply(row), to -> to.bankCode().value()));
    }

    private static @Nullable String creditor(PaymentOrder order, Function<Creditor, String> field) {
        return order.externalCreditor().map(field).orElse(null);
    }
}
