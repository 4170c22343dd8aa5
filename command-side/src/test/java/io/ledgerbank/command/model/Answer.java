package io.ledgerbank.command.model;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.Rejection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What comes of a move. */
sealed interface Answer {

    /** It has happened, whatever that may mean. */
    record Done() implements Answer {}

    /** A second person has to agree. */
    record Proposed() implements Answer {}

    /**
     * It has not happened.
     *
     * @param which of several payments is at fault and why; empty where there is one only
     */
    record Refused(Reason reason, String which) implements Answer {

        private static final Pattern ONE_OF_SEVERAL = Pattern.compile("payments\\[\\d+] [a-z_]+");

        static Refused of(Rejection rejection) {
            Matcher matcher = ONE_OF_SEVERAL.matcher(rejection.detail());
            boolean several = rejection.reason() == Reason.BULK_REFUSED && matcher.lookingAt();
            return new Refused(rejection.reason(), several ? matcher.group() : "");
        }
    }
}
