package io.ledgerbank.saga.reconciliation;

import java.time.Duration;
import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When our ledger and the banks are compared.
 *
 * @param at the time of every day, in UTC
 * @param grace how old a line has to be before the other side's is missed
 */
@ConfigurationProperties("ledgerbank.reconciliation")
public record ReconciliationSettings(
        @DefaultValue("20:00") LocalTime at,
        @DefaultValue("15m") Duration grace) {

    public ReconciliationSettings {
        if (grace.isNegative()) {
            throw new IllegalArgumentException("ledgerbank.reconciliation.grace is not less than nothing");
        }
    }
}
