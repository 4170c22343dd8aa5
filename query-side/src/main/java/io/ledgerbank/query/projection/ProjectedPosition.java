package io.ledgerbank.query.projection;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Tells how far a projection has come. Joined into the statement that reads the projection's rows, the position belongs to
 * the same snapshot as the rows.
 */
public interface ProjectedPosition {

    /** Selects {@code projected} of the projection named by the parameter {@code projection}. */
    String SELECT = "SELECT position AS projected FROM readmodel.projection WHERE name = :projection";

    /** The current row's {@code projected}; 0 before the first event. */
    static long of(ResultSet row) throws SQLException {
        return row.getLong("projected");
    }
}
