package io.ledgerbank.saga.work;

import io.ledgerbank.api.error.Category;
import io.ledgerbank.api.error.ErrorCatalog;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.error.RetryPolicy;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Why something could not be done, in the catalogue's terms, which say whether it is tried again. What others have to mend,
 * such as a database that is away, is waited out; what would fail the same way again is not.
 *
 * @param failure the types of what was thrown, outermost first; its words may be about customers and stay in the log
 */
public record Trouble(Reason reason, String failure) {

    private static final int MOST_CAUSES = 20;

    /** What PostgreSQL calls lost connections, races, a lack of something, locks held too long and its own shutdown. */
    private static final List<String> PASSING_STATES = List.of("08", "40", "53", "55P03", "57");

    public static Trouble of(Throwable thrown) {
        return new Trouble(reasonOf(thrown), namesOf(thrown));
    }

    /** Whether it goes by without anybody looking at what failed. */
    public boolean passes() {
        return reason.category() == Category.EXTERNAL_DEPENDENCY;
    }

    /** The wait after so many failures in a row, without jitter; nothing when there shall be no other try. */
    Optional<Duration> pauseAfter(int failures) {
        return policy().delayAfter(failures);
    }

    RetryPolicy policy() {
        return passes() ? ErrorCatalog.outages() : reason.retryPolicy();
    }

    private static Reason reasonOf(Throwable thrown) {
        return causes(thrown)
                .filter(RejectedException.class::isInstance)
                .map(refused -> ((RejectedException) refused).reason())
                .findFirst()
                .orElseGet(() -> reasonOfAccident(thrown));
    }

    private static Reason reasonOfAccident(Throwable thrown) {
        if (causes(thrown).anyMatch(Trouble::isPassing)) {
            return Reason.SERVICE_UNAVAILABLE;
        }
        return causes(thrown).anyMatch(SQLException.class::isInstance)
                ? Reason.DATABASE_ERROR
                : Reason.INTERNAL_SERVER_ERROR;
    }

    private static boolean isPassing(Throwable cause) {
        return cause instanceof SQLException sql && isPassing(sql)
                || cause instanceof TransientDataAccessException
                || cause instanceof DataAccessResourceFailureException
                || cause instanceof CannotCreateTransactionException;
    }

    private static boolean isPassing(SQLException sql) {
        String state = Objects.requireNonNullElse(sql.getSQLState(), "");
        return sql instanceof SQLTransientException || PASSING_STATES.stream().anyMatch(state::startsWith);
    }

    private static String namesOf(Throwable thrown) {
        return causes(thrown).map(cause -> cause.getClass().getSimpleName()).collect(Collectors.joining(" < "));
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(Optional.of(thrown), Optional::isPresent, cause -> cause.map(Throwable::getCause))
                .limit(MOST_CAUSES)
                .flatMap(Optional::stream);
    }
}
