package io.ledgerbank.saga.work;

import org.springframework.context.SmartLifecycle;

/** Starts a queue last, when the schema is there and commands are handled, and stops it first. */
public final class QueueLifecycle implements SmartLifecycle {

    private final WorkQueue queue;
    private volatile boolean running;

    public QueueLifecycle(WorkQueue queue) {
        this.queue = queue;
    }

    @Override
    public void start() {
        queue.start();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        queue.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
