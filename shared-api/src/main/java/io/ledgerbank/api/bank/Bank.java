package io.ledgerbank.api.bank;

import java.net.URI;

/**
 * An external bank that payments can go to.
 *
 * @param country ISO 3166-1 alpha-2
 * @param apiEndpoint where its API is
 */
public record Bank(BankCode code, String name, String country, URI apiEndpoint) {}
