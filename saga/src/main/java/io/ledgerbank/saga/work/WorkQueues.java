package io.ledgerbank.saga.work;

import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * Makes the queues of this node, alike but for their names and workers.
 *
 * @param patience how long items that are being done may take when a queue is closed
 */
public record WorkQueues(DataSource dataSource, Clock clock, QueueSettings settings, Duration patience) {

    /** Not started yet; enqueueing joins the caller's transaction. */
    public WorkQueue queue(String name, Worker worker) {
        return new WorkQueue(
                name,
                settings.threadsOf(name),
                new TransactionAwareDataSourceProxy(dataSource),
                dataSource,
                clock,
                patience,
                worker);
    }
}
