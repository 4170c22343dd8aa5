package io.ledgerbank.query.audit;

import io.ledgerbank.query.paging.Listed;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** An event as the log has it. */
@Entity
@Immutable
@Table(schema = "eventlog", name = "event")
class EventRow implements Listed {

    @Id
    long position;

    String eventId;
    String streamType;
    String streamId;
    long sequence;
    String type;

    @Nullable
    String revision;

    Instant recordedAt;
    String payload;
    String metadata;
    byte[] hash;

    @SuppressWarnings("NullAway.Init")
    EventRow() {}

    @Override
    public Object sortKey() {
        return position;
    }

    @Override
    public long position() {
        return position;
    }
}
