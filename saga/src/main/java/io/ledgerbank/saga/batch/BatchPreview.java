package io.ledgerbank.saga.batch;

import io.ledgerbank.api.payment.SagaFinder.Found;
import java.util.List;

/**
 * What a batch would act on.
 *
 * @param sums by currency
 */
public record BatchPreview(BatchAction action, int count, List<Sum> sums) {

    static BatchPreview of(BatchAction action, List<Found> found) {
        return new BatchPreview(
                action, found.size(), Sum.of(found.stream().map(Found::amount).toList()));
    }
}
