package io.ledgerbank.query.explanation;

import io.ledgerbank.query.paging.Listed;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** Where in the log an event of an account stands. */
@Entity
@Immutable
@Table(schema = "eventlog", name = "event")
class ChangeRow implements Listed {

    @Id
    private long position;

    private long sequence;

    @SuppressWarnings("NullAway.Init")
    ChangeRow() {}

    long sequence() {
        return sequence;
    }

    @Override
    public Object sortKey() {
        return sequence;
    }

    @Override
    public long position() {
        return position;
    }
}
