package io.ledgerbank.app.http;

import io.ledgerbank.api.id.Uuids;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;

/** The id of the conversation a request belongs to: the client's own when it is a sane one, else a new UUIDv7. */
final class CorrelationId {

    static final String HEADER = "X-Correlation-ID";

    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final String ATTRIBUTE = CorrelationId.class.getName();

    private CorrelationId() {}

    /** The same id for every dispatch of one request. */
    static String of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        String id = Optional.ofNullable(request.getHeader(HEADER))
                .filter(given -> SANE.matcher(given).matches())
                .orElseGet(() -> Uuids.next().toString());
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }
}
