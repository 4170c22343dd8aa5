package io.ledgerbank.app.dashboard.overview;

import io.ledgerbank.app.dashboard.overview.Pulse.Beat;
import io.ledgerbank.query.board.ProjectionLag;
import io.ledgerbank.query.board.SagaFigures;
import io.ledgerbank.query.payment.SagaState;
import io.ledgerbank.query.payment.SagaSummary.StepCount;
import io.ledgerbank.saga.work.QueueReport;
import java.util.List;
import java.util.function.Predicate;

/** What the overview says. */
record Glance(Beat beat, Series series) {

    public SagaFigures sagas() {
        return beat.sagas();
    }

    public QueueReport queues() {
        return beat.queues();
    }

    public List<ProjectionLag> lags() {
        return beat.lags();
    }

    public long stuck() {
        return count(count -> count.state() == SagaState.STUCK);
    }

    public long paused() {
        return count(count -> count.state() == SagaState.PAUSED);
    }

    public long moving() {
        return count(count -> count.state() == SagaState.RUNNING || count.state() == SagaState.WAITING);
    }

    public long open() {
        return count(any -> true);
    }

    public long deadLetters() {
        return queues().waitingForPeople().workItems()
                + queues().waitingForPeople().events();
    }

    public long ended() {
        return sagas().settled() + sagas().undone();
    }

    private long count(Predicate<StepCount> which) {
        return sagas().open().stream().filter(which).mapToLong(StepCount::count).sum();
    }
}
