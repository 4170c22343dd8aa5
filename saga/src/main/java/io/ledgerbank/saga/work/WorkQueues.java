package io.ledgerbank.saga.work;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The queues of this node, alike but for their names and workers. Thread-safe. */
public final class WorkQueues {

    private final Workplace place;
    private final QueueSettings settings;
    private final List<WorkQueue> queues = new CopyOnWriteArrayList<>();

    public WorkQueues(Workplace place, QueueSettings settings) {
        this.place = place;
        this.settings = settings;
    }

    /** Makes one, which starts and ends with the application. */
    public WorkQueue queue(String name, Worker worker) {
        WorkQueue queue = new WorkQueue(name, settings.threadsOf(name), place, worker);
        queues.add(queue);
        return queue;
    }

    List<WorkQueue> all() {
        return List.copyOf(queues);
    }

    /** @throws RejectedException {@code configuration_error} when this node has no such queue */
    WorkQueue named(String name) {
        return queues.stream()
                .filter(queue -> queue.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new RejectedException(Reason.CONFIGURATION_ERROR, "This node has no queue named " + name));
    }
}
