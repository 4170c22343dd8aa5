package io.ledgerbank.command.push;

import java.sql.Connection;
import java.sql.SQLException;

/** Opens connections outside the pool, to be kept for as long as they hold. */
interface PushConnections {

    /** @param application as which PostgreSQL lists the connection */
    Connection open(String application) throws SQLException;
}
