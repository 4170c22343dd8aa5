package io.ledgerbank.query.standingorder;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Finds standing orders by their ids. */
interface StandingOrderRows extends Repository<StandingOrderRow, UUID> {

    Optional<StandingOrderRow> findById(UUID id);
}
