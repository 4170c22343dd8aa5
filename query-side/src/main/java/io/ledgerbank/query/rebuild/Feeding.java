package io.ledgerbank.query.rebuild;

import io.ledgerbank.query.projection.Feed;
import io.ledgerbank.query.projection.Projection;
import io.ledgerbank.query.projection.Tables;
import io.ledgerbank.query.rebuild.LogPages.Page;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Writes a part of the log into the tables of a rebuild, a page at a time, each in a transaction that also moves the
 * rebuild's position.
 */
final class Feeding {

    private final RebuildTable rebuilds;
    private final Tables live;
    private final TransactionOperations transactions;
    private final ExecutorService threads;
    private final int pageSize;

    /**
     * @param transactions in which pages are written, one each, or all in the running one
     * @param pageSize the most events that are folded in memory at once
     */
    Feeding(
            RebuildTable rebuilds,
            Tables live,
            TransactionOperations transactions,
            ExecutorService threads,
            int pageSize) {
        this.rebuilds = rebuilds;
        this.live = live;
        this.transactions = transactions;
        this.threads = threads;
        this.pageSize = pageSize;
    }

    /**
     * Up to the event at this position, that included.
     *
     * @param prefix of the tables that are written
     */
    <E> Claimed upTo(long position, Claimed rebuild, Feed<E> feed, String prefix) {
        Projection<E> projection = feed.into(live.called(prefix));
        Claimed reached = rebuild;
        try (LogPages<E> pages =
                new LogPages<>(feed.log(), projection, rebuild.position(), position, pageSize, threads)) {
            for (Optional<Page<E>> page = pages.next(); page.isPresent(); page = pages.next()) {
                reached = write(page.get(), reached, projection);
            }
        }
        return reached;
    }

    private <E> Claimed write(Page<E> page, Claimed rebuild, Projection<E> projection) {
        return transactions.execute(transaction -> {
            Claimed moved = rebuilds.move(rebuild, page.position());
            if (!page.events().isEmpty()) {
                projection.write(page.events());
            }
            return moved;
        });
    }
}
