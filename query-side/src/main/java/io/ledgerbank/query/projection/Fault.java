package io.ledgerbank.query.projection;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/** Whose fault it is that something could not be written. */
public final class Fault {

    private Fault() {}

    /** The database is away, or not as this version knows it: no event would fare better. */
    static boolean isNobodys(RuntimeException failure) {
        return failure instanceof InvalidDataAccessResourceUsageException
                || failure instanceof TransientDataAccessException
                || failure instanceof RecoverableDataAccessException
                || failure instanceof DataAccessResourceFailureException
                || failure instanceof TransactionException;
    }

    /** For people to read: what the database says may quote rows, what we say does not. */
    public static String wordsOf(RuntimeException failure) {
        return failure instanceof IllegalStateException
                ? String.valueOf(failure.getMessage())
                : failure.getClass().getSimpleName();
    }
}
