package io.ledgerbank.saga.payment;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.ExecuteScheduled;
import io.ledgerbank.api.payment.PaymentDetails;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.saga.work.WorkItem;
import io.ledgerbank.saga.work.Worker;
import java.util.Optional;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has scheduled payments made when their time has come. It may ask twice; the payment is made once. */
final class ExecutionWorker implements Worker {

    private static final Logger LOG = LoggerFactory.getLogger(ExecutionWorker.class);

    private final CommandGateway commands;

    ExecutionWorker(CommandGateway commands) {
        this.commands = commands;
    }

    @Override
    public void work(WorkItem item) {
        PaymentId id = PaymentId.parse(item.subject());
        try {
            PaymentDetails payment =
                    commands.sendAndWait(new ExecuteScheduled(id, Optional.of(item.sequence()), Caller.system()));
            LOG.info("Payment {} was due and is {} now", id, payment.status());
        } catch (RejectedException refused) {
            if (refused.reason() != Reason.ALREADY_PROCESSED) {
                throw refused;
            }
            LOG.debug("Payment {} does not wait for this timer any more", id);
        }
    }
}
