package io.ledgerbank.query.board;

import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.payment.Priority;
import io.ledgerbank.api.payment.Step;
import io.ledgerbank.query.payment.SagaState;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which sagas an operator wants to see.
 *
 * @param least the smallest amount, in whole units of each payment's currency
 * @param most the largest amount, likewise
 * @param olderThan only those that started at least so long ago
 * @param endToEndId the client's own reference, to the letter
 * @param account whose debtor account this is
 * @param user whose payments
 */
public record BoardFilter(
        Optional<SagaState> state,
        Optional<Step> step,
        Optional<Reason> reason,
        Optional<BankCode> bank,
        Optional<BigDecimal> least,
        Optional<BigDecimal> most,
        Optional<Duration> olderThan,
        Optional<Priority> priority,
        Optional<String> endToEndId,
        Optional<AccountId> account,
        Optional<UserId> user) {

    public boolean isEmpty() {
        return Stream.of(state, step, reason, bank, least, most, olderThan, priority, endToEndId, account, user)
                .allMatch(Optional::isEmpty);
    }
}
