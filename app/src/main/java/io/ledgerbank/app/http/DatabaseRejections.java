package io.ledgerbank.app.http;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.Rejection;
import io.ledgerbank.command.eventlog.PostgresErrors;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells a database that cannot be reached from one that was asked something impossible. */
final class DatabaseRejections {

    private DatabaseRejections() {}

    static Optional<Rejection> of(Throwable failure) {
        if (isUnreachable(failure)) {
            return Optional.of(Rejection.of(Reason.SERVICE_UNAVAILABLE, "The database cannot be reached; try again"));
        }
        if (PostgresErrors.isOfUnstorableText(failure)) {
            return Optional.of(
                    Rejection.of(Reason.INVALID_FIELD_TYPE, "The request has a character that text cannot have"));
        }
        return isOfDatabase(failure)
                ? Optional.of(Rejection.of(Reason.DATABASE_ERROR, Reason.DATABASE_ERROR.description()))
                : Optional.empty();
    }

    /** Spring says so even where it has no cause to show. */
    private static boolean isUnreachable(Throwable failure) {
        return PostgresErrors.isUnreachable(failure)
                || has(failure, CannotCreateTransactionException.class)
                || has(failure, DataAccessResourceFailureException.class);
    }

    private static boolean isOfDatabase(Throwable failure) {
        return has(failure, SQLException.class) || has(failure, DataAccessException.class);
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> type) {
        return Rejections.first(failure, type).isPresent();
    }
}
