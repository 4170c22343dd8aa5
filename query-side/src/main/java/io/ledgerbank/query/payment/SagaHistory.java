package io.ledgerbank.query.payment;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.ledgerbank.query.audit.LoggedEvent;
import java.util.List;
import java.util.Optional;

/**
 * A saga with how it came there.
 *
 * @param rule what the catalogue says about its last reason
 * @param timeline the events of the payment and its hold, oldest first
 */
public record SagaHistory(@JsonUnwrapped SagaDetails saga, Optional<SagaRule> rule, List<LoggedEvent> timeline) {}
