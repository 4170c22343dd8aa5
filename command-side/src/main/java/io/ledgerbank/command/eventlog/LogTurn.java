package io.ledgerbank.command.eventlog;

import java.util.Optional;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** One transaction's turn at the log: behind which event it writes. Belongs to the thread of the transaction. */
public final class LogTurn {

    private static final String RESOURCE = LogTurn.class.getName();

    private Head head;

    public LogTurn(Head head) {
        this.head = head;
    }

    /** The turn of the unit of work that runs in this thread, if it has one. */
    public static Optional<LogTurn> current() {
        if (!CurrentUnitOfWork.isStarted()) {
            return Optional.empty();
        }
        LogTurn turn = CurrentUnitOfWork.get().root().getResource(RESOURCE);
        return Optional.ofNullable(turn);
    }

    public void belongTo(UnitOfWork<?> unit) {
        unit.root().resources().put(RESOURCE, this);
    }

    /** The last event, including those that this turn has written already. */
    Head head() {
        return head;
    }

    void moveTo(Head written) {
        head = written;
    }
}
