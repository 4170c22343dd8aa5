package io.ledgerbank.query.payment;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

/** Finds sagas by their payments' ids, and the one that is stuck for longest. */
interface SagaRows extends Repository<SagaRow, UUID> {

    Optional<SagaRow> findById(UUID paymentId);

    List<SagaRow> findByPaymentIdIn(Collection<UUID> paymentIds);

    Optional<SagaRow> findFirstByStateOrderByStartedAtAscPositionAsc(SagaState state);
}
