package io.ledgerbank.command.eventlog;

import javax.sql.DataSource;

/** Lets stories verify the log of a service that runs in another process. */
public final class ChainOf {

    private ChainOf() {}

    public static ChainReport database(DataSource database) {
        return new ChainVerifier(database).verify();
    }
}
