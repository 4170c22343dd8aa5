package io.ledgerbank.simulator;

import io.ledgerbank.simulator.Behaviour.Down;
import io.ledgerbank.simulator.Behaviour.Executes;
import io.ledgerbank.simulator.Behaviour.Notices;
import io.ledgerbank.simulator.Behaviour.Rejects;
import io.ledgerbank.simulator.Behaviour.Reply;
import io.ledgerbank.simulator.Behaviour.TimesOut;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A behaviour as it is written in JSON. Which other fields may be there depends on {@code kind}: {@code REJECTS} has
 * {@code isoReason} and perhaps {@code text}, {@code DOWN} has {@code times}, {@code EXECUTES} may have {@code reply},
 * {@code notifications} and {@code notifyAfterMs}, {@code TIMES_OUT} nothing.
 */
record BehaviourField(
        @Nullable String kind,
        @Nullable String isoReason,
        @Nullable String text,
        @Nullable Integer times,
        @Nullable String reply,
        @Nullable Integer notifications,
        @Nullable Integer notifyAfterMs) {

    private static final Pattern ISO_REASON = Pattern.compile("[A-Z0-9]{4}");
    private static final int LONGEST_TEXT = 105;
    private static final int MOST_NOTIFICATIONS = 10;
    private static final int LONGEST_WAIT_MS = 3_600_000;

    /** {@link MalformedRequest} naming what is wrong below {@code field}. */
    Behaviour toBehaviour(String field) {
        return switch (Optional.ofNullable(kind).orElse("")) {
            case "REJECTS" -> rejects(field);
            case "TIMES_OUT" -> new TimesOut();
            case "DOWN" -> new Down(Ranged.number(field + ".times", times, 1, Integer.MAX_VALUE));
            case "EXECUTES" -> executes(field);
            default -> throw new MalformedRequest(field + ".kind must be REJECTS, TIMES_OUT, DOWN or EXECUTES");
        };
    }

    private Rejects rejects(String field) {
        if (isoReason == null || !ISO_REASON.matcher(isoReason).matches()) {
            throw new MalformedRequest(field + ".isoReason must be four capitals or digits, such as AC04");
        }
        String words = Optional.ofNullable(text).orElse("Rejected as asked for");
        if (words.isBlank() || words.length() > LONGEST_TEXT) {
            throw new MalformedRequest(field + ".text must have 1 to " + LONGEST_TEXT + " characters");
        }
        return new Rejects(isoReason, words);
    }

    private Executes executes(String field) {
        int copies = Ranged.number(
                field + ".notifications", notifications == null ? 0 : notifications, 0, MOST_NOTIFICATIONS);
        int wait =
                Ranged.number(field + ".notifyAfterMs", notifyAfterMs == null ? 0 : notifyAfterMs, 0, LONGEST_WAIT_MS);
        return new Executes(reply(field), new Notices(copies, Duration.ofMillis(wait)));
    }

    private Reply reply(String field) {
        String name = Optional.ofNullable(reply).orElse(Reply.PROMPT.name());
        return Arrays.stream(Reply.values())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new MalformedRequest(field + ".reply must be one of " + Arrays.toString(Reply.values())));
    }

    static BehaviourField of(Behaviour behaviour) {
        return switch (behaviour) {
            case Rejects(String reason, String words) ->
                new BehaviourField("REJECTS", reason, words, null, null, null, null);
            case TimesOut _silence -> new BehaviourField("TIMES_OUT", null, null, null, null, null, null);
            case Down(int often) -> new BehaviourField("DOWN", null, null, often, null, null, null);
            case Executes(Reply how, Notices(int copies, Duration after)) ->
                new BehaviourField("EXECUTES", null, null, null, how.name(), copies, Math.toIntExact(after.toMillis()));
        };
    }
}
