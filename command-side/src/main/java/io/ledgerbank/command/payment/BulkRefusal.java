package io.ledgerbank.command.payment;

import io.ledgerbank.api.error.FieldError;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.error.Rejection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which of the payments that are made all or none were refused, and why. Kept as text, because that is what is remembered of a
 * refusal under its idempotency key, so that it can be told again in the same words.
 */
record BulkRefusal(List<FieldError> errors) {

    private static final String BETWEEN = "; ";

    /** The field of a bulk's body in which a payment stands. */
    static String field(int index) {
        return "payments[" + index + "]";
    }

    static RejectedException of(int index, Rejection rejection) {
        return new RejectedException(
                Reason.BULK_REFUSED, text(new FieldError(field(index), rejection.reason(), rejection.detail())));
    }

    RejectedException rejection() {
        return new RejectedException(
                Reason.BULK_REFUSED,
                errors.stream().map(BulkRefusal::text).collect(Collectors.joining(BETWEEN)),
                errors);
    }

    /** The same refusal with its one error, as read from its text. */
    static RejectedException explained(RejectedException refused) {
        if (refused.reason() != Reason.BULK_REFUSED) {
            return refused;
        }
        String detail = refused.rejection().detail();
        String[] words = detail.split(" ", 3);
        Optional<Reason> reason = words.length == 3 ? Reason.find(words[1].replace(":", "")) : Optional.empty();
        return reason.map(code -> new RejectedException(
                        Reason.BULK_REFUSED, detail, List.of(new FieldError(words[0], code, words[2]))))
                .orElse(refused);
    }

    private static String text(FieldError error) {
        return error.field() + " " + error.code().code() + ": " + error.message();
    }
}
