package io.ledgerbank.query.payment;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.ledgerbank.query.audit.LoggedEvent;
import java.util.List;
import java.util.Optional;

/**
 * A saga with how it came there.
 *
 * @param rule what the catalogue says about its last reason
 * @param bankCalls requests to the bank and what is known of their outcomes, oldest first; the last may not have left yet
 * @param decisions what the catalogue decided after trouble, oldest first
 * @param timers what was waited for, oldest first; the last may be running
 * @param timeline the events of the payment and its hold, oldest first
 */
public record SagaHistory(
        @JsonUnwrapped SagaDetails saga,
        Optional<SagaRule> rule,
        List<BankCall> bankCalls,
        List<SagaDecision> decisions,
        List<SagaTimer> timers,
        List<LoggedEvent> timeline) {}
