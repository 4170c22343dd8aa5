package io.ledgerbank.saga.work;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many items of each queue a node does at a time.
 *
 * @param queues a list such as {@code payments:2}, from {@code LEDGERBANK_QUEUES}; queues it does not name keep their
 *     default
 */
@ConfigurationProperties("ledgerbank")
public record QueueSettings(@DefaultValue("") String queues) {

    /** Whose workers call banks. */
    public static final String PAYMENTS = "payments";

    private static final Map<String, Integer> DEFAULTS =
            Map.of(PAYMENTS, 2, "schedules", 1, "standingorders", 1, "batches", 1, "banking", 3, "notifications", 3);
    private static final Pattern QUEUE = Pattern.compile("([a-z]+):([1-9][0-9]{0,2})");

    public QueueSettings {
        threadsByQueue(queues);
    }

    /** @throws IllegalArgumentException if no queue has this name */
    public int threadsOf(String queue) {
        Integer threads = threadsByQueue(queues).get(queue);
        if (threads == null) {
            throw new IllegalArgumentException("There is no queue '" + queue + "'");
        }
        return threads;
    }

    private static Map<String, Integer> threadsByQueue(String queues) {
        var threads = new HashMap<>(DEFAULTS);
        for (String entry : queues.isBlank() ? new String[0] : queues.split(",", -1)) {
            Matcher queue = QUEUE.matcher(entry.strip());
            if (!queue.matches() || !DEFAULTS.containsKey(queue.group(1))) {
                throw new IllegalArgumentException("LEDGERBANK_QUEUES lists queues and their number of workers, such as"
                        + " payments:2, and '" + entry.strip() + "' is no such queue");
            }
            threads.put(queue.group(1), Integer.parseInt(queue.group(2)));
        }
        return threads;
    }
}
