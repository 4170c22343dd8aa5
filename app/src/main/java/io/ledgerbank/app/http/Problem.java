package io.ledgerbank.app.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.ledgerbank.api.error.FieldError;
import io.ledgerbank.api.error.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An error as clients see one (RFC 9457).
 *
 * @param type where the reason is explained
 * @param instance the path that was asked
 * @param errors the fields at fault, left out when the input's fields were not
 * @param retryAfterMs how long to wait before asking again, left out unless that may help
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        Reason code,
        String category,
        boolean retryable,
        Instant timestamp,
        String correlationId,
        @JsonInclude(Include.NON_EMPTY) List<FieldError> errors,
        @JsonInclude(Include.NON_ABSENT) Optional<Long> retryAfterMs) {

    static final String MEDIA_TYPE = "application/problem+json";

    static String typeOf(Reason reason) {
        return "/api/problems/" + reason.code();
    }
}
