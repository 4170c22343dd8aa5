package io.ledgerbank.command.lane;

import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Announced by a command that writes to the database itself, beside its events: should it fail afterwards, only the
 * rollback of the whole batch takes the write back.
 */
public interface DirectWrite {

    String RESOURCE = DirectWrite.class.getName();

    static void announce() {
        if (CurrentUnitOfWork.isStarted()) {
            CurrentUnitOfWork.get().resources().put(RESOURCE, true);
        }
    }

    static boolean happenedIn(UnitOfWork<?> unit) {
        return unit.resources().containsKey(RESOURCE);
    }
}
