package io.ledgerbank.query.payment;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Finds payments by their ids. */
interface PaymentRows extends Repository<PaymentRow, UUID> {

    Optional<PaymentRow> findById(UUID id);
}
