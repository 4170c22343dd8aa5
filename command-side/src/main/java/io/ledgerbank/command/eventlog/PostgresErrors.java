package io.ledgerbank.command.eventlog;

import java.sql.SQLException;
import java.util.Set;

/** Reads SQLSTATEs (PostgreSQL manual, appendix A) out of whatever they are wrapped in. */
interface PostgresErrors {

    String UNIQUE_VIOLATION = "23505";
    String SERIALIZATION_FAILURE = "40001";
    String DEADLOCK_DETECTED = "40P01";
    String LOCK_NOT_AVAILABLE = "55P03";

    static boolean isUniqueViolation(Throwable failure) {
        return hasState(failure, Set.of(UNIQUE_VIOLATION));
    }

    /** Whether two transactions got into each other's way and the loser may simply try again. */
    static boolean isContention(Throwable failure) {
        return hasState(failure, Set.of(SERIALIZATION_FAILURE, DEADLOCK_DETECTED, LOCK_NOT_AVAILABLE));
    }

    private static boolean hasState(Throwable failure, Set<String> states) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null && states.contains(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }
}
