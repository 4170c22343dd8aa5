package io.ledgerbank.saga.work;

import io.ledgerbank.api.bank.BankCondition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How the queues fare, over all nodes, and where to look for what waits for a person.
 *
 * @param banks what this node has running with each bank, and how much of that there may be
 */
public record QueueReport(List<Queue> queues, List<BankCondition> banks, WaitingForPeople waitingForPeople) {

    /**
     * What does not go on by itself. Payments that nobody can tell the outcome of are no dead letters: the list of sagas has
     * them, with their reasons.
     *
     * @param workItems dead letters of queues
     * @param events dead letters of those who follow the log
     */
    public record WaitingForPeople(long workItems, long events, String deadLetters, String payments) {}

    /**
     * One queue.
     *
     * @param depth items that are due and wait for a worker
     * @param critical how many of these go first
     * @param scheduled items that wait for their time
     * @param running items that are being done
     * @param failing items that failed and will be tried again
     * @param limit how many items this node does at a time
     * @param oldestDueAt since when the item that waits for longest has been due
     * @param deadLetters items that failed for good and wait for a person
     */
    public record Queue(
            String name,
            long depth,
            long critical,
            long scheduled,
            long running,
            long failing,
            int limit,
            Optional<Instant> oldestDueAt,
            long deadLetters) {}
}
