package io.ledgerbank.saga.banking;

import io.ledgerbank.saga.work.WorkQueue;
import io.ledgerbank.saga.work.WorkQueues;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the queue of what is read at banks. */
@Configuration(proxyBeanMethods = false)
class BankingConfiguration {

    private static final String QUEUE = "banking";

    @Bean(destroyMethod = "")
    WorkQueue bankingQueue(WorkQueues queues, ObjectProvider<Errand> errands) {
        return queues.queue(QUEUE, new BankingWorker(errands.orderedStream().toList()));
    }
}
