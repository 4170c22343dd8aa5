package io.ledgerbank.saga.reconciliation;

import io.ledgerbank.api.user.Caller;
import io.ledgerbank.saga.banking.Errand;
import io.ledgerbank.saga.work.ComeBackLater;
import io.ledgerbank.saga.work.WorkItem;
import java.time.Clock;
import java.util.function.Supplier;

/** Orders a run every day. */
final class DailyErrand implements Errand {

    static final String KIND = "daily";

    private final Supplier<OrderingRuns> ordering;
    private final EveryDay everyDay;
    private final Clock clock;

    DailyErrand(Supplier<OrderingRuns> ordering, EveryDay everyDay, Clock clock) {
        this.ordering = ordering;
        this.everyDay = everyDay;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void work(WorkItem item) {
        ordering.get().order(Caller.system());
        throw new ComeBackLater(everyDay.untilNext(clock.instant()), "It is for every day");
    }
}
