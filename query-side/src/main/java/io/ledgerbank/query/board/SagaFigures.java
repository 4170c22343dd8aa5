package io.ledgerbank.query.board;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.query.audit.Total;
import io.ledgerbank.query.payment.SagaSummary.StepCount;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How external payments fare: those that are open now, and the last hour.
 *
 * @param open by state and step, with what is held
 * @param held of all that are open, by currency
 * @param oldestStuck since when the one has been open that started first of those only a person can go on with
 * @param started how many began within the hour
 * @param settling how long those took that the bank executed within the hour; empty when there were none
 * @param minutes the hour's minutes in which anything ended, oldest first
 * @param trouble what went wrong with those that began within the hour, the most frequent first
 */
public record SagaFigures(
        Instant at,
        List<StepCount> open,
        List<Total> held,
        Optional<Instant> oldestStuck,
        long started,
        Optional<Times> settling,
        List<Minute> minutes,
        List<Trouble> trouble) {

    /** Half of them, and nineteen of twenty, took no longer. */
    public record Times(Duration median, Duration p95) {}

    /**
     * What ended within one minute.
     *
     * @param times of those that settled
     */
    public record Minute(Instant from, long settled, long undone, Optional<Times> times) {}

    /**
     * One reason of the error catalogue.
     *
     * @param sagas how many it was the last reason of
     * @param repeats how often those were sent or asked about again
     */
    public record Trouble(Reason reason, long sagas, long repeats) {}

    public long settled() {
        return minutes.stream().mapToLong(Minute::settled).sum();
    }

    public long undone() {
        return minutes.stream().mapToLong(Minute::undone).sum();
    }
}
