package io.ledgerbank.query.stream;

import io.ledgerbank.api.payment.PaymentDetails;
import io.ledgerbank.query.board.ProjectionLag;
import io.ledgerbank.query.payment.SagaDetails;
import java.util.List;

/**
 * What has changed, as it is by now.
 *
 * @param position up to where in the log this tells everything
 */
public record News(
        long position, List<SagaDetails> sagas, List<PaymentDetails> payments, List<ProjectionLag> projections) {}
