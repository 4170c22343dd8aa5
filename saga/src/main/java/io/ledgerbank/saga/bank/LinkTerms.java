package io.ledgerbank.saga.bank;

import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a bank's customers link their accounts (OAuth 2.0, authorisation code).
 *
 * @param clientId by which the bank knows this service
 * @param authorizationUri where the bank asks its customers
 * @param redirectUri where it sends their browsers afterwards: a page that calls {@code /api/bank-connections/callback}
 */
public record LinkTerms(
        String clientId,
        String clientSecret,
        @DefaultValue("https://auth.monzo.com/") URI authorizationUri,
        URI redirectUri) {

    /** @throws IllegalArgumentException in a sentence that names what is missing */
    public LinkTerms {
        if (Stream.of(
                        Optional.ofNullable(clientId),
                        Optional.ofNullable(clientSecret),
                        Optional.ofNullable(redirectUri))
                .anyMatch(Optional::isEmpty)) {
            throw new IllegalArgumentException(
                    "A bank's links in ledgerbank.banks.links need a client-id, a client-secret and a redirect-uri");
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "LinkTerms[clientId=" + clientId + ", authorizationUri=" + authorizationUri + ", redirectUri="
                + redirectUri + "]";
    }
}
