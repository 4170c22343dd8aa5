package io.ledgerbank.query.approval;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Finds requests for approval by their ids. */
interface ApprovalRows extends Repository<ApprovalRow, UUID> {

    Optional<ApprovalRow> findById(UUID id);
}
