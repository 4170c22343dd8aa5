package io.ledgerbank.query.account;

import io.ledgerbank.api.account.AccountEvent;
import io.ledgerbank.api.account.Counterparty;
import io.ledgerbank.api.account.FundsHeld;
import io.ledgerbank.api.account.HoldCaptured;
import io.ledgerbank.api.account.HoldReleased;
import io.ledgerbank.api.account.Iban;
import io.ledgerbank.api.account.Purpose;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.query.projection.ManyRows;
import io.ledgerbank.query.projection.Recorded;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes down which payment holds how much where, and by which event that ended. */
final class HoldTable {

    private static final ManyRows<Hold> PLACED = ManyRows.<Hold>of()
            .column("payment_id", "uuid", hold -> hold.event().paymentId().value())
            .column("account_id", "uuid", hold -> hold.event().accountId().value())
            .column("amount", "bigint", hold -> hold.event().amount().minorUnits())
            .column("currency", "text", hold -> hold.event().amount().currency().getCurrencyCode())
            .column("counterparty_name", "text", hold -> counterparty(hold, Counterparty::name))
            .column(
                    "counterparty_iban",
                    "text",
                    hold -> counterparty(hold, other -> other.iban().map(Iban::value)))
            .column(
                    "counterparty_account_id",
                    "uuid",
                    hold -> counterparty(hold, other -> other.accountId().map(AccountId::value)))
            .column("remittance_information", "text", hold -> purpose(hold, Purpose::remittanceInformation))
            .column("held_at", "timestamptz", hold -> purpose(hold, Purpose::heldAt))
            .column("booking_date", "date", hold -> purpose(hold, Purpose::bookingDate))
            .column("position", "bigint", Hold::position)
            .column("ended_position", "bigint", Hold::endedPosition);

    private static final ManyRows<Entry<UUID, Long>> ENDED = ManyRows.<Entry<UUID, Long>>of()
            .column("payment_id", "uuid", Entry::getKey)
            .column("ended_position", "bigint", Entry::getValue);

    /** A hold that is there already and has not ended by these events stays as it is. */
    private static final String PLACE = PLACED.insertInto("readmodel.hold") + """
             ON CONFLICT (payment_id) DO UPDATE SET ended_position = excluded.ended_position
            WHERE excluded.ended_position IS NOT NULL""";

    private static final String END = ENDED.update("readmodel.hold", "payment_id") + " RETURNING kept.payment_id";

    private final JdbcClient jdbc;

    HoldTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A hold that was placed in the batch, and perhaps ended in it. */
    private record Hold(
            FundsHeld event, long position, @Nullable Long endedPosition) {

        Hold endedAt(long end) {
            return new Hold(event, position, end);
        }
    }

    private static <T> @Nullable T purpose(Hold hold, Function<Purpose, T> field) {
        return hold.event().purpose().map(field).orElse(null);
    }

    private static <T> @Nullable T counterparty(Hold hold, Function<Counterparty, Optional<T>> field) {
        return hold.event().purpose().map(Purpose::counterparty).flatMap(field).orElse(null);
    }

    void write(List<Recorded<AccountEvent>> batch) {
        Map<UUID, Hold> placed = new TreeMap<>();
        Map<UUID, Long> ended = new TreeMap<>();
        for (Recorded<AccountEvent> recorded : batch) {
            long position = recorded.position();
            switch (recorded.event()) {
                case FundsHeld held -> placed.putIfAbsent(held.paymentId().value(), new Hold(held, position, null));
                case HoldReleased released -> end(released.paymentId(), position, placed, ended);
                case HoldCaptured captured -> end(captured.paymentId(), position, placed, ended);
                default -> {}
            }
        }
        place(List.copyOf(placed.values()));
        end(ended);
    }

    private static void end(PaymentId payment, long position, Map<UUID, Hold> placed, Map<UUID, Long> ended) {
        UUID id = payment.value();
        if (placed.computeIfPresent(id, (same, hold) -> hold.endedAt(position)) == null) {
            ended.put(id, position);
        }
    }

    private void place(List<Hold> holds) {
        if (!holds.isEmpty()) {
            PLACED.statement(jdbc, PLACE, holds).update();
        }
    }

    private void end(Map<UUID, Long> holds) {
        if (holds.isEmpty()) {
            return;
        }
        Set<UUID> ended = new HashSet<>(ENDED.statement(jdbc, END, List.copyOf(holds.entrySet()))
                .query(UUID.class)
                .list());
        holds.forEach((payment, position) -> requirePlaced(payment, position, ended));
    }

    private static void requirePlaced(UUID payment, long position, Set<UUID> ended) {
        if (!ended.contains(payment)) {
            throw new IllegalStateException(
                    "The event at " + position + " ends a hold for payment " + payment + ", which was never placed");
        }
    }
}
