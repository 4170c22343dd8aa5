package io.ledgerbank.query.audit;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which events are asked for.
 *
 * @param streamId the id of the account, payment or user
 * @param type the event's name, such as {@code AccountOpened}
 * @param from the earliest time of recording, inclusive
 * @param to the latest time of recording, exclusive
 */
public record EventFilter(
        Optional<String> streamId,
        Optional<String> type,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<String> correlationId) {

    private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7e]{1,255}");

    /** @throws RejectedException {@code invalid_parameter} when a text can be no id and no name */
    public EventFilter {
        requireVisible("streamId", streamId);
        requireVisible("type", type);
        requireVisible("correlationId", correlationId);
    }

    private static void requireVisible(String name, Optional<String> text) {
        text.filter(value -> !VISIBLE.matcher(value).matches()).ifPresent(invalid -> {
            throw new RejectedException(Reason.INVALID_PARAMETER, name + " has 1 to 255 visible ASCII characters");
        });
    }
}
