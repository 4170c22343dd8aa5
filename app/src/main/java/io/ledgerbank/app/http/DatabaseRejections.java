package io.ledgerbank.app.http;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.Rejection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells a database that cannot be reached from one that was asked something impossible. */
final class DatabaseRejections {

    /** Connection lost or refused, server shutting down or starting, too many connections. */
    private static final Set<String> UNREACHABLE = Set.of("57P01", "57P02", "57P03", "53300");

    private static final String CONNECTION_CLASS = "08";
    private static final String NO_SUCH_CHARACTER = "22021";

    private DatabaseRejections() {}

    static Optional<Rejection> of(Stream<Throwable> causes) {
        return causes.map(DatabaseRejections::reason)
                .flatMap(Optional::stream)
                .reduce(DatabaseRejections::moreTelling)
                .map(DatabaseRejections::tell);
    }

    private static Optional<Reason> reason(Throwable cause) {
        return switch (cause) {
            case SQLTransientConnectionException full -> Optional.of(Reason.SERVICE_UNAVAILABLE);
            case SQLException failure ->
                Optional.of(reason(Optional.ofNullable(failure.getSQLState()).orElse("")));
            case CannotCreateTransactionException none -> Optional.of(Reason.SERVICE_UNAVAILABLE);
            case DataAccessResourceFailureException lost -> Optional.of(Reason.SERVICE_UNAVAILABLE);
            case DataAccessException failure -> Optional.of(Reason.DATABASE_ERROR);
            default -> Optional.empty();
        };
    }

    /** PostgreSQL always gives a state; the pool gives none when it has closed a broken connection. */
    private static Reason reason(String sqlState) {
        if (sqlState.isEmpty() || sqlState.startsWith(CONNECTION_CLASS) || UNREACHABLE.contains(sqlState)) {
            return Reason.SERVICE_UNAVAILABLE;
        }
        return sqlState.equals(NO_SUCH_CHARACTER) ? Reason.INVALID_FIELD_TYPE : Reason.DATABASE_ERROR;
    }

    private static Reason moreTelling(Reason one, Reason other) {
        return one == Reason.DATABASE_ERROR ? other : one;
    }

    private static Rejection tell(Reason reason) {
        return switch (reason) {
            case SERVICE_UNAVAILABLE -> Rejection.of(reason, "The database cannot be reached; try again");
            case INVALID_FIELD_TYPE -> Rejection.of(reason, "The request has a character that text cannot have");
            default -> Rejection.of(reason, reason.description());
        };
    }
}
