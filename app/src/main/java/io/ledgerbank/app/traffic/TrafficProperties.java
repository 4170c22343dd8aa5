package io.ledgerbank.app.traffic;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How much is answered to whom.
 *
 * @param perMinute requests of one client address, or of one user once logged in
 * @param loginsPerMinute attempts to log in from one address, and as many registrations
 * @param notificationsPerMinute signed notifications from one address
 * @param trustedProxies addresses, or networks such as 10.0.0.0/8, whose forwarded headers count
 */
@ConfigurationProperties("ledgerbank.traffic")
record TrafficProperties(int perMinute, int loginsPerMinute, int notificationsPerMinute, List<String> trustedProxies) {

    private static final int USERS_OF_ONE_ADDRESS = 10;

    TrafficProperties {
        if (perMinute < 1 || loginsPerMinute < 1 || notificationsPerMinute < 1) {
            throw new IllegalArgumentException("At least one request a minute has to be answered");
        }
        trustedProxies = List.copyOf(trustedProxies);
    }

    /** Of all users of one address together: an office, and not everybody whom one person could register. */
    int perMinuteOfUsers() {
        return (int) Math.min(Integer.MAX_VALUE, (long) perMinute * USERS_OF_ONE_ADDRESS);
    }

    TrustedProxies proxies() {
        return new TrustedProxies(trustedProxies.stream()
                .filter(network -> !network.isBlank())
                .map(Network::parse)
                .toList());
    }
}
