package io.ledgerbank.query.payment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

/** Finds sagas by their payments' ids, and the one that is stuck for longest. */
interface SagaRows extends Repository<SagaRow, UUID> {

    Optional<SagaRow> findById(UUID paymentId);

    /** Those that only a person can go on with, and of the others given those that are not over. */
    @Query(
            nativeQuery = true,
            value = """
            SELECT * FROM readmodel.saga
            WHERE state = 'STUCK' OR (payment_id IN (:dead) AND state IN ('RUNNING', 'WAITING'))
            ORDER BY started_at, position LIMIT 1""")
    Optional<SagaRow> findOldestStuck(@Param("dead") List<UUID> dead);
}
