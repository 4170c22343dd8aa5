package io.ledgerbank.app.dashboard.overview;

import io.ledgerbank.api.user.Caller;
import io.ledgerbank.query.board.FigureQueries;
import io.ledgerbank.query.board.LagQueries;
import io.ledgerbank.query.board.ProjectionLag;
import io.ledgerbank.query.board.SagaFigures;
import io.ledgerbank.query.payment.SagaState;
import io.ledgerbank.query.payment.SagaSummary.StepCount;
import io.ledgerbank.saga.work.QueueReport;
import io.ledgerbank.saga.work.QueueReports;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Takes the figures for everybody who looks: however many operators do, the database is asked once a second at most. Thread-safe.
 */
final class Pulse {

    private static final Duration FRESH = Duration.ofSeconds(1);

    /** All figures of one moment. */
    record Beat(SagaFigures sagas, List<ProjectionLag> lags, QueueReport queues) {

        Instant at() {
            return sagas.at();
        }

        Sample sample() {
            return new Sample(
                    at(),
                    sagas.open().stream().mapToLong(StepCount::count).sum(),
                    sagas.open().stream()
                            .filter(count -> count.state() == SagaState.STUCK)
                            .mapToLong(StepCount::count)
                            .sum(),
                    lags.stream().mapToLong(ProjectionLag::lag).max().orElse(0),
                    queues.queues().stream().mapToLong(QueueReport.Queue::depth).sum());
        }
    }

    private final FigureQueries figures;
    private final LagQueries lags;
    private final QueueReports queues;
    private final Clock clock;
    private Optional<Beat> last = Optional.empty();

    Pulse(FigureQueries figures, LagQueries lags, QueueReports queues, Clock clock) {
        this.figures = figures;
        this.lags = lags;
        this.queues = queues;
        this.clock = clock;
    }

    synchronized Beat take() {
        Instant now = clock.instant();
        Optional<Beat> fresh = last.filter(beat -> now.isBefore(beat.at().plus(FRESH)));
        if (fresh.isPresent()) {
            return fresh.get();
        }
        Beat beat = new Beat(figures.now(Caller.system()), lags.lags(Caller.system()), queues.now());
        last = Optional.of(beat);
        return beat;
    }
}
