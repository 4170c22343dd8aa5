package io.ledgerbank.app.http;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.Rejection;

/** Finds the catalogue's reason where only a status is known, as with the container's own errors. */
final class StatusRejections {

    private static final int FIRST_SERVER_ERROR = 500;

    private StatusRejections() {}

    static Rejection of(int status) {
        Reason reason = reason(status);
        return Rejection.of(reason, reason.description());
    }

    private static Reason reason(int status) {
        return switch (status) {
            case 401 -> Reason.UNAUTHORIZED;
            case 403 -> Reason.FORBIDDEN;
            case 404 -> Reason.RESOURCE_NOT_FOUND;
            case 405 -> Reason.METHOD_NOT_ALLOWED;
            case 406 -> Reason.NOT_ACCEPTABLE;
            case 414 -> Reason.URI_TOO_LONG;
            case 413 -> Reason.PAYLOAD_TOO_LARGE;
            case 415 -> Reason.UNSUPPORTED_MEDIA_TYPE;
            case 503 -> Reason.SERVICE_UNAVAILABLE;
            default -> status < FIRST_SERVER_ERROR ? Reason.MALFORMED_REQUEST : Reason.INTERNAL_SERVER_ERROR;
        };
    }
}
