package io.ledgerbank.query.audit;

import io.ledgerbank.api.audit.Checkpoint;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.query.paging.Listing;
import io.ledgerbank.query.paging.Page;
import io.ledgerbank.query.paging.Paging;
import jakarta.persistence.EntityManager;

/** Hands out the log's checkpoints, for auditors to keep where the bank cannot reach. Thread-safe. */
public class Checkpoints {

    private final EntityManager entities;

    Checkpoints(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Newest first, as stored: whoever keeps one checks its signature.
     *
     * @throws RejectedException {@code insufficient_permissions}
     */
    public Page<Checkpoint> checkpoints(Paging paging, Caller caller) {
        caller.requireStaff();
        return Listing.ofLog(CheckpointRow.class, "eventlog.checkpoint")
                .page(entities, paging)
                .map(CheckpointRow::checkpoint);
    }
}
