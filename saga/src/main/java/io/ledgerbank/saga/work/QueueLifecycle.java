package io.ledgerbank.saga.work;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.SmartLifecycle;

/** Starts all queues last, when the schema is there and commands are handled, and stops them first, side by side. */
final class QueueLifecycle implements SmartLifecycle {

    private final WorkQueues queues;
    private volatile boolean running;

    QueueLifecycle(WorkQueues queues) {
        this.queues = queues;
    }

    @Override
    public void start() {
        queues.all().forEach(WorkQueue::start);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        try (ExecutorService closing = Executors.newVirtualThreadPerTaskExecutor()) {
            queues.all().forEach(queue -> closing.execute(queue::close));
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
