package io.ledgerbank.saga.work;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.annotation.Bean;

/** All it takes to add a worker: what it does, and the name of its queue. */
record GreetingWorker(List<String> greetings) implements Worker {

    @Override
    public void work(WorkItem item) {
        if (item.subject().isBlank()) {
            throw new IllegalArgumentException("Nobody to greet");
        }
        greetings.add("Hello " + item.subject());
    }

    /** No {@code @Configuration} here alone, for other tests scan this package. */
    static class GreetingConfiguration {

        @Bean
        GreetingWorker greetingWorker() {
            return new GreetingWorker(new CopyOnWriteArrayList<>());
        }

        @Bean(destroyMethod = "")
        WorkQueue greetingQueue(WorkQueues queues, GreetingWorker worker) {
            return queues.queue("notifications", worker);
        }
    }
}
