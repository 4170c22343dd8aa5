package io.ledgerbank.app.dashboard.overview;

import io.ledgerbank.query.board.SagaFigures;
import io.ledgerbank.query.board.SagaFigures.Minute;
import io.ledgerbank.query.board.SagaFigures.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the charts draw, as the charts' library reads it: times in seconds, then a row of numbers for each line. */
record Series(String ended, String times, String open, String lag) {

    private static final int MINUTES = 60;

    static Series of(SagaFigures figures, List<Sample> samples) {
        Instant last = figures.at().truncatedTo(ChronoUnit.MINUTES);
        List<Instant> minutes = IntStream.rangeClosed(1 - MINUTES, 0)
                .mapToObj(i -> last.plus(i, ChronoUnit.MINUTES))
                .toList();
        Map<Instant, Minute> known =
                figures.minutes().stream().collect(Collectors.toMap(Minute::from, minute -> minute));
        Function<Instant, Optional<Minute>> at = time -> Optional.ofNullable(known.get(time));
        String when = row(minutes, time -> Optional.of(time.getEpochSecond()));
        return new Series(
                rows(
                        when,
                        row(
                                minutes,
                                time -> Optional.of(
                                        at.apply(time).map(Minute::settled).orElse(0L))),
                        row(
                                minutes,
                                time -> Optional.of(
                                        at.apply(time).map(Minute::undone).orElse(0L)))),
                rows(
                        when,
                        row(minutes, time -> millis(at.apply(time), Times::median)),
                        row(minutes, time -> millis(at.apply(time), Times::p95))),
                sampled(samples, Sample::open, Sample::stuck),
                sampled(samples, Sample::lag, Sample::depth));
    }

    private static Optional<Long> millis(Optional<Minute> minute, Function<Times, Duration> which) {
        return minute.flatMap(Minute::times).map(which).map(Duration::toMillis);
    }

    private static String sampled(List<Sample> samples, ToLongFunction<Sample> one, ToLongFunction<Sample> other) {
        return rows(
                row(samples, sample -> Optional.of(sample.at().getEpochSecond())),
                row(samples, sample -> Optional.of(one.applyAsLong(sample))),
                row(samples, sample -> Optional.of(other.applyAsLong(sample))));
    }

    private static <T> String row(List<T> of, Function<T, Optional<Long>> number) {
        return of.stream()
                .map(each -> number.apply(each).map(String::valueOf).orElse("null"))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String rows(String... rows) {
        return "[" + String.join(",", rows) + "]";
    }
}
