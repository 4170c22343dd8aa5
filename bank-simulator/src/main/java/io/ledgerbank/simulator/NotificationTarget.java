package io.ledgerbank.simulator;

import java.net.URI;
import java.util.Set;

/** Where outcomes are announced, and the secret that signs them; the secret never shows in {@code toString}. */
public record NotificationTarget(URI url, String secret) {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    public NotificationTarget {
        if (url.getScheme() == null || !SCHEMES.contains(url.getScheme()) || url.getHost() == null) {
            throw new IllegalArgumentException("The notification URL must be an absolute http or https address");
        }
        if (secret.isBlank()) {
            throw new IllegalArgumentException("The notification secret must not be blank");
        }
    }

    @Override
    public String toString() {
        return "NotificationTarget[url=" + url + "]";
    }
}
