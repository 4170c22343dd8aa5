package io.ledgerbank.query.payment;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Finds payments by their ids. */
interface PaymentRows extends Repository<PaymentRow, UUID> {

    Optional<PaymentRow> findById(UUID id);

    List<PaymentRow> findByIdIn(Collection<UUID> ids);
}
