package io.ledgerbank.saga.standingorder;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.StandingOrderId;
import io.ledgerbank.api.standingorder.DueRun;
import io.ledgerbank.api.standingorder.RunStandingOrder;
import io.ledgerbank.api.standingorder.StandingOrderEvent;
import io.ledgerbank.api.standingorder.StandingOrderPlaced;
import io.ledgerbank.api.standingorder.StandingOrderProgress;
import io.ledgerbank.api.standingorder.StandingOrderRan;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.stereotype.Component;

/** Stands in for the house that decides about standing orders: makes the next run, whose successor is due a day later. */
@Component
class StandingOrdersDouble {

    private final EventStore log;
    private final Clock clock;
    private final ReentrantLock oneAtATime = new ReentrantLock();

    StandingOrdersDouble(EventStore log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    @CommandHandler
    StandingOrderProgress handle(RunStandingOrder command) {
        oneAtATime.lock();
        CurrentUnitOfWork.get().onCleanup(done -> oneAtATime.unlock());
        List<StandingOrderEvent> history = historyOf(command.standingOrderId());
        StandingOrderPlaced placed = (StandingOrderPlaced) history.getFirst();
        StandingOrderProgress progress = StandingOrderProgress.of(placed);
        for (StandingOrderEvent event : history) {
            progress = progress.after(event);
        }
        DueRun run = progress.next()
                .filter(next -> next.number() == command.run())
                .orElseThrow(() -> new RejectedException(Reason.ALREADY_PROCESSED, "It is not the next run"));
        StandingOrderRan ran = new StandingOrderRan(
                command.standingOrderId(),
                run,
                Optional.of(PaymentId.next()),
                Optional.empty(),
                clock.instant(),
                placed.recurrence()
                        .dateOf(run.number() + 1)
                        .map(date ->
                                new DueRun(run.number() + 1, date, run.dueAt().plus(Duration.ofDays(1)))));
        append(ran, history.size());
        return progress.after(ran);
    }

    void append(StandingOrderEvent event, long sequence) {
        log.publish(new GenericDomainEventMessage<>(
                "StandingOrder", event.standingOrderId().toString(), sequence, event));
    }

    List<StandingOrderEvent> historyOf(StandingOrderId id) {
        List<StandingOrderEvent> history = new ArrayList<>();
        log.readEvents(id.toString(), 0)
                .forEachRemaining(event -> history.add((StandingOrderEvent) event.getPayload()));
        return history;
    }
}
