package io.ledgerbank.query.payment;

import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.payment.Step;
import java.time.Duration;
import java.util.Optional;

/**
 * Which sagas are asked for.
 *
 * @param olderThan only those that started at least so long ago
 */
public record SagaFilter(
        Optional<SagaState> state,
        Optional<Step> step,
        Optional<Reason> reason,
        Optional<BankCode> bankCode,
        Optional<Duration> olderThan) {}
