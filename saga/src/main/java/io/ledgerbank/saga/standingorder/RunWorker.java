package io.ledgerbank.saga.standingorder;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.StandingOrderId;
import io.ledgerbank.api.standingorder.RunStandingOrder;
import io.ledgerbank.api.standingorder.StandingOrderProgress;
import io.ledgerbank.saga.work.WorkItem;
import io.ledgerbank.saga.work.Worker;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a run made when its time has come. The item's sequence is that of the order's last event, and each event but a
 * cancellation is one run, so the run that it calls for is the next after it. It may ask twice; the run is made once.
 */
final class RunWorker implements Worker {

    private static final Logger LOG = LoggerFactory.getLogger(RunWorker.class);

    private final CommandGateway commands;

    RunWorker(CommandGateway commands) {
        this.commands = commands;
    }

    @Override
    public void work(WorkItem item) {
        StandingOrderId id = StandingOrderId.parse(item.subject());
        int run = Math.toIntExact(item.sequence() + 1);
        try {
            StandingOrderProgress progress = commands.sendAndWait(new RunStandingOrder(id, run));
            LOG.info("Run {} of standing order {} is made, and the order {} now", run, id, progress.status());
        } catch (RejectedException refused) {
            if (refused.reason() != Reason.ALREADY_PROCESSED) {
                throw refused;
            }
            LOG.debug("Standing order {} does not wait for run {} any more", id, run);
        }
    }
}
