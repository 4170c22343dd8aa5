package io.ledgerbank.saga.bankconnection;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How links to outside banks are kept up to date.
 *
 * @param syncEvery how long after it was read a connection is read again
 * @param linkWithin how long customers have at their bank before a link has to be begun again
 */
@ConfigurationProperties("ledgerbank.bank-connections")
public record ConnectionSettings(
        @DefaultValue("1h") Duration syncEvery,
        @DefaultValue("10m") Duration linkWithin) {

    public ConnectionSettings {
        if (!syncEvery.isPositive() || !linkWithin.isPositive()) {
            throw new IllegalArgumentException(
                    "The durations in ledgerbank.bank-connections must be longer than nothing");
        }
    }
}
