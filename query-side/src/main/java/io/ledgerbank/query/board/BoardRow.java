package io.ledgerbank.query.board;

import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.payment.Priority;
import io.ledgerbank.query.payment.SagaDetails;
import java.util.Optional;

/**
 * A saga with what an operator recognises its payment by.
 *
 * @param position the place in the log of the event that began it
 * @param version the place of the payment's last event in its stream
 */
public record BoardRow(
        SagaDetails saga,
        long position,
        long version,
        Optional<UserId> user,
        Optional<AccountId> debtor,
        Optional<String> creditor,
        Optional<String> endToEndId,
        Priority priority) {}
