package io.ledgerbank.query.attestation;

import io.ledgerbank.query.paging.Listed;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** An attestation as it is kept. */
@Entity
@Immutable
@Table(schema = "readmodel", name = "attestation")
class AttestationRow implements Listed {

    @Id
    private UUID id;

    private long position;

    @Enumerated(EnumType.STRING)
    private AttestationState state;

    private Instant startedAt;
    private @Nullable Instant finishedAt;
    private @Nullable Boolean intact;
    private @Nullable Integer differences;
    private @Nullable String report;
    private @Nullable String keyId;
    private @Nullable String signature;

    @SuppressWarnings("NullAway.Init")
    AttestationRow() {}

    AttestationSummary summary() {
        return new AttestationSummary(
                id,
                state,
                startedAt,
                Optional.ofNullable(finishedAt),
                Optional.ofNullable(intact),
                Optional.ofNullable(differences));
    }

    Attestation attestation() {
        return new Attestation(
                summary(), Optional.ofNullable(report), Optional.ofNullable(keyId), Optional.ofNullable(signature));
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
