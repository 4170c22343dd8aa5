package io.ledgerbank.api.bank;

import java.net.URI;

/** Where banks may be called. Thread-safe, answers from memory. */
@FunctionalInterface
public interface BankAddresses {

    boolean allow(URI address);
}
