package io.ledgerbank.query.projection;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Tells how far a projection has come. Joined into the statement that reads the projection's rows, the position belongs to
 * the same snapshot as the rows.
 */
public interface ProjectedPosition {

    /**
     * Selects {@code projected} of the projection named by the parameter {@code projection}: every event up to
     * there is reckoned in, so it is before the first that is parked.
     */
    String SELECT = """
            SELECT least(position, (SELECT min(parked.position) - 1 FROM readmodel.parked_event AS parked
                WHERE parked.projection = name)) AS projected
            FROM readmodel.projection WHERE name = :projection""";

    /** The current row's {@code projected}; 0 before the first event. */
    static long of(ResultSet row) throws SQLException {
        return row.getLong("projected");
    }
}
