package io.ledgerbank.query.account;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Finds accounts by their ids. */
interface AccountRows extends Repository<AccountRow, UUID> {

    Optional<AccountRow> findById(UUID id);
}
