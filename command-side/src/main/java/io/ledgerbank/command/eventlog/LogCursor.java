package io.ledgerbank.command.eventlog;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Spliterators;
import java.util.function.Consumer;
import org.axonframework.eventhandling.TrackedDomainEventData;

/**
 * Walks the log from behind an event to its end, a page at a time, and fails with {@link EventsLost} once the event that it
 * reads on behind is not in the log. For one thread.
 */
final class LogCursor extends Spliterators.AbstractSpliterator<TrackedDomainEventData<byte[]>> {

    private static final int PAGE = 1_000;

    private final LogReader reader;
    private final Deque<LogRow> page = new ArrayDeque<>();
    private long position;
    private Optional<EventHash> hash;
    private boolean ended;

    /** @param hash of the event at the position, where it is known */
    LogCursor(LogReader reader, long position, Optional<EventHash> hash) {
        super(Long.MAX_VALUE, ORDERED | DISTINCT | NONNULL);
        this.reader = reader;
        this.position = position;
        this.hash = hash;
    }

    @Override
    public boolean tryAdvance(Consumer<? super TrackedDomainEventData<byte[]>> action) {
        if (page.isEmpty() && !ended) {
            turnPage();
        }
        LogRow next = page.poll();
        if (next == null) {
            return false;
        }
        action.accept(next.event());
        position = next.head().position();
        hash = Optional.of(next.hash());
        return true;
    }

    /** Whether all that was read is handed over. */
    boolean isPageEmpty() {
        return page.isEmpty();
    }

    /** The event that was handed over last, if one was. */
    Optional<Head> last() {
        return hash.map(known -> new Head(position, known));
    }

    private void turnPage() {
        List<LogRow> rows = reader.from(position, PAGE + 1);
        boolean fromStart = position == Head.START.position();
        if (!fromStart) {
            requireStanding(rows.stream().findFirst().map(LogRow::head));
        }
        page.addAll(fromStart ? rows : rows.subList(1, rows.size()));
        ended = rows.size() <= PAGE;
    }

    private void requireStanding(Optional<Head> standing) {
        boolean stands = standing.filter(head -> head.position() == position)
                .filter(head -> hash.isEmpty() || hash.get().equals(head.hash()))
                .isPresent();
        if (!stands) {
            throw new EventsLost(position);
        }
    }
}
