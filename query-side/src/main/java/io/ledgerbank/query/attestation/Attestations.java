package io.ledgerbank.query.attestation;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.Uuids;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.query.paging.Listing;
import io.ledgerbank.query.paging.Page;
import io.ledgerbank.query.paging.Paging;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Takes requests for attestations and hands out their reports, to staff. Thread-safe. */
public class Attestations {

    private final AttestationTable table;
    private final EntityManager entities;
    private final Clock clock;

    Attestations(AttestationTable table, EntityManager entities, Clock clock) {
        this.table = table;
        this.entities = entities;
        this.clock = clock;
    }

    /**
     * Newest first.
     *
     * @throws RejectedException {@code insufficient_permissions}, {@code invalid_cursor}
     */
    public Page<AttestationSummary> attestations(Paging paging, Caller caller) {
        caller.requireStaff();
        return Listing.ofLog(AttestationRow.class, "readmodel.attestation")
                .page(entities, paging)
                .map(AttestationRow::summary);
    }

    /** @throws RejectedException {@code insufficient_permissions}, {@code attestation_not_found} */
    public Attestation attestation(UUID id, Caller caller) {
        caller.requireStaff();
        return Optional.ofNullable(entities.find(AttestationRow.class, id))
                .map(AttestationRow::attestation)
                .orElseThrow(
                        () -> new RejectedException(Reason.ATTESTATION_NOT_FOUND, "There is no attestation " + id));
    }

    /**
     * Has one made, or joins the one that is being made.
     *
     * @throws RejectedException {@code insufficient_permissions}
     */
    public UUID request(Caller caller) {
        caller.requireStaff();
        return table.begin(Uuids.next(), clock.instant());
    }
}
