package io.ledgerbank.query.audit;

import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.query.paging.Listing;
import io.ledgerbank.query.paging.Page;
import io.ledgerbank.query.paging.Paging;
import jakarta.persistence.EntityManager;
import java.util.List;

/** Reads the log itself, for staff. Thread-safe. */
public class EventLog {

    /** A payment's own events, and those of its hold, which stand in the account's stream. */
    private static final String OF_PAYMENT = """
            SELECT * FROM eventlog.event WHERE stream_id = :stream
            UNION ALL
            SELECT event.* FROM readmodel.hold
            JOIN eventlog.event ON event.position IN (hold.position, hold.ended_position)
            WHERE hold.payment_id = :payment
            ORDER BY position""";

    private final EntityManager entities;
    private final EventReader reader;

    EventLog(EntityManager entities, EventReader reader) {
        this.entities = entities;
        this.reader = reader;
    }

    /** @throws RejectedException {@code insufficient_permissions} */
    public Page<LoggedEvent> events(EventFilter filter, Paging paging, Caller caller) {
        caller.requireStaff();
        return Listing.ofLog(EventRow.class, "eventlog.event")
                .whereGiven("stream_id = :streamId", "streamId", filter.streamId())
                .whereGiven("type = :type", "type", filter.type())
                .whereGiven("recorded_at >= :from", "from", filter.from())
                .whereGiven("recorded_at < :to", "to", filter.to())
                .whereGiven(
                        "CAST(metadata AS jsonb) ->> 'correlationId' = :correlationId",
                        "correlationId",
                        filter.correlationId())
                .page(entities, paging)
                .map(reader::read);
    }

    /**
     * What happened to a payment and its hold, oldest first.
     *
     * @throws RejectedException {@code insufficient_permissions}
     */
    public List<LoggedEvent> ofPayment(PaymentId id, Caller caller) {
        caller.requireStaff();
        return rows(id).stream().map(reader::read).toList();
    }

    @SuppressWarnings("unchecked")
    private List<EventRow> rows(PaymentId id) {
        return (List<EventRow>) entities.createNativeQuery(OF_PAYMENT, EventRow.class)
                .setParameter("stream", id.toString())
                .setParameter("payment", id.value())
                .getResultList();
    }
}
