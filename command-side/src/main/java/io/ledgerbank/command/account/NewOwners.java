package io.ledgerbank.command.account;

import io.ledgerbank.api.id.UserId;
import io.ledgerbank.command.lane.WithBatch;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** For whom a batch opens accounts; the log does not tell before the batch is written. */
final class NewOwners {

    private static final String BATCH = NewOwners.class.getName();

    private NewOwners() {}

    static void note(UserId owner) {
        UnitOfWork<?> unit = CurrentUnitOfWork.get();
        batch(unit).add(unit, owner);
    }

    static boolean include(UserId owner) {
        return batch(CurrentUnitOfWork.get()).shares().contains(owner);
    }

    /** Nothing is written beside the events. */
    private static WithBatch<UserId> batch(UnitOfWork<?> unit) {
        return WithBatch.of(unit, BATCH, owners -> {});
    }
}
