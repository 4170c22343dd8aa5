package io.ledgerbank.query.audit;

import io.ledgerbank.api.audit.Checkpoint;
import io.ledgerbank.query.paging.Listed;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HexFormat;
import org.hibernate.annotations.Immutable;

/** A checkpoint as it stands beside the log. */
@Entity
@Immutable
@Table(schema = "eventlog", name = "checkpoint")
class CheckpointRow implements Listed {

    @Id
    long position;

    byte[] headHash;
    long events;
    byte[] merkleRoot;
    Instant signedAt;
    long previousPosition;
    byte[] previousHash;
    byte[] keyId;
    byte[] signature;

    @SuppressWarnings("NullAway.Init")
    CheckpointRow() {}

    Checkpoint checkpoint() {
        HexFormat hex = HexFormat.of();
        return new Checkpoint(
                position,
                hex.formatHex(headHash),
                events,
                hex.formatHex(merkleRoot),
                signedAt,
                previousPosition,
                hex.formatHex(previousHash),
                hex.formatHex(keyId),
                hex.formatHex(signature));
    }

    @Override
    public Object sortKey() {
        return position;
    }

    @Override
    public long position() {
        return position;
    }
}
