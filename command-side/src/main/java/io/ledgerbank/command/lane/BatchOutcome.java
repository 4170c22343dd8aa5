package io.ledgerbank.command.lane;

import io.ledgerbank.command.eventlog.LostRace;
import java.util.List;
import org.axonframework.messaging.ResultMessage;

/** How an attempt at a batch ended. */
sealed interface BatchOutcome {

    /** @param results of the commands, in their order, refusals and failures of single ones among them */
    record Committed(List<ResultMessage<?>> results) implements BatchOutcome {}

    /** Somebody else was faster; nothing has happened. */
    record Lost(LostRace race) implements BatchOutcome {}

    /** Something, perhaps one of the commands, spoiled the batch for all; nothing has happened. */
    record Failed(Throwable cause) implements BatchOutcome {}

    /** The database cannot be reached, so another attempt makes no sense. */
    record Unreachable(Throwable cause) implements BatchOutcome {}
}
