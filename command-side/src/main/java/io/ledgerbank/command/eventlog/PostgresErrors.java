package io.ledgerbank.command.eventlog;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** Reads SQLSTATEs (PostgreSQL manual, appendix A) out of whatever they are wrapped in. */
public interface PostgresErrors {

    String UNIQUE_VIOLATION = "23505";
    String SERIALIZATION_FAILURE = "40001";
    String DEADLOCK_DETECTED = "40P01";
    String LOCK_NOT_AVAILABLE = "55P03";
    String QUERY_CANCELED = "57014";
    String TOO_MANY_CONNECTIONS = "53300";
    String CHARACTER_NOT_IN_REPERTOIRE = "22021";
    String CONNECTION_EXCEPTION = "08";
    String OPERATOR_INTERVENTION = "57P";

    /** Nothing is wrapped deeper, unless in a circle. */
    int MOST_CAUSES = 20;

    /** The name of the primary or unique key that a statement violated, if that is why it failed. */
    static Optional<String> violatedKey(SQLException failure) {
        if (UNIQUE_VIOLATION.equals(failure.getSQLState()) && failure instanceof PSQLException violation) {
            return Optional.ofNullable(violation.getServerErrorMessage()).map(ServerErrorMessage::getConstraint);
        }
        return Optional.empty();
    }

    /** Whether two transactions got into each other's way and the loser may simply try again. */
    static boolean isContention(Throwable failure) {
        return hasState(failure, Set.of(SERIALIZATION_FAILURE, DEADLOCK_DETECTED, LOCK_NOT_AVAILABLE));
    }

    /**
     * Whether there is no connection to be had, or it broke, which a pool tells without any state; what was under way
     * may or may not have been committed.
     */
    static boolean isUnreachable(Throwable failure) {
        return sqlCauses(failure)
                .anyMatch(sql -> sql instanceof SQLTransientConnectionException
                        || state(sql).isEmpty()
                        || state(sql).equals(TOO_MANY_CONNECTIONS)
                        || state(sql).startsWith(CONNECTION_EXCEPTION)
                        || state(sql).startsWith(OPERATOR_INTERVENTION));
    }

    /** Whether somebody else held a lock for longer than one is patient. */
    static boolean isLocked(Throwable failure) {
        return hasState(failure, Set.of(LOCK_NOT_AVAILABLE));
    }

    /** Whether a text has a character that the database cannot store. */
    static boolean isOfUnstorableText(Throwable failure) {
        return hasState(failure, Set.of(CHARACTER_NOT_IN_REPERTOIRE));
    }

    /** Whether a lock or a statement took longer than one is patient. */
    static boolean isTimeout(Throwable failure) {
        return hasState(failure, Set.of(LOCK_NOT_AVAILABLE, QUERY_CANCELED));
    }

    static boolean isOfDatabase(Throwable failure) {
        return sqlCauses(failure).findAny().isPresent();
    }

    private static boolean hasState(Throwable failure, Set<String> states) {
        return sqlCauses(failure).map(PostgresErrors::state).anyMatch(states::contains);
    }

    private static Stream<SQLException> sqlCauses(Throwable failure) {
        return Stream.iterate(Optional.of(failure), Optional::isPresent, cause -> cause.map(Throwable::getCause))
                .limit(MOST_CAUSES)
                .flatMap(Optional::stream)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast);
    }

    private static String state(SQLException failure) {
        return Objects.requireNonNullElse(failure.getSQLState(), "");
    }
}
