package io.ledgerbank.command.lane;

import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Takes part in a batch from its beginning: reads with one statement what each command would else ask the database for by
 * itself, and takes its place in the order in which every batch writes, so that two nodes never wait for each other. Called
 * on the lane's thread, in the batch's transaction, also when a batch is decided again.
 */
@FunctionalInterface
public interface BatchOpening {

    /** @param root where to leave what was read, as a resource */
    void open(UnitOfWork<?> root, List<? extends CommandMessage<?>> commands);
}
