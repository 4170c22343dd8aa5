package io.ledgerbank.saga.banking;

import io.ledgerbank.saga.work.WorkItem;
import io.ledgerbank.saga.work.Worker;

/** One kind of work of the queue of banks; items name their kind in front of what they are about. */
public interface Errand extends Worker {

    /** Lower-case letters. */
    String kind();

    /** The item for this kind of work about something. */
    static WorkItem item(String kind, String about, String correlationId) {
        return new WorkItem(kind + ":" + about, 0, correlationId);
    }

    /** What an item is about. */
    static String about(WorkItem item) {
        return item.subject().substring(item.subject().indexOf(':') + 1);
    }
}
