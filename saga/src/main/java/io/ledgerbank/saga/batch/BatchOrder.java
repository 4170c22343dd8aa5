package io.ledgerbank.saga.batch;

import io.ledgerbank.api.payment.SagaCriteria;
import io.ledgerbank.saga.work.Explained;

/**
 * What somebody wants done to all payments that meet the criteria at that moment.
 *
 * @param reason why, as each payment's history will have it
 */
public record BatchOrder(SagaCriteria filter, BatchAction action, Explained reason) {}
