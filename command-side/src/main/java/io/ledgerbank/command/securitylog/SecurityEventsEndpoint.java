package io.ledgerbank.command.securitylog;

import io.ledgerbank.api.error.FieldError;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Caller;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who came, who was refused, and what operators did. */
@RestController
class SecurityEventsEndpoint {

    /** A part of the stream. */
    record SecurityEventPage(List<SecurityEventDetails> items, Optional<String> nextCursor) {}

    private static final int MOST = 100;
    private static final String CURSOR = "security-events|";

    private final SecurityEvents events;

    SecurityEventsEndpoint(SecurityEvents events) {
        this.events = events;
    }

    @GetMapping("/api/audit/security-events")
    SecurityEventPage events(
            @RequestParam Optional<SecurityEventKind> kind,
            @RequestParam Optional<UserId> actor,
            @RequestParam Optional<UserId> subject,
            @RequestParam Optional<Instant> from,
            @RequestParam Optional<Instant> to,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam Optional<String> cursor,
            Caller caller) {
        caller.requireStaff();
        if (limit < 1 || limit > MOST) {
            String range = "limit is a number from 1 to " + MOST;
            throw new RejectedException(
                    Reason.INVALID_PARAMETER, range, List.of(new FieldError("limit", Reason.INVALID_PARAMETER, range)));
        }
        SecurityEvents.Filter filter = new SecurityEvents.Filter(kind, actor, subject, from, to);
        return page(
                events.find(filter, cursor.map(SecurityEventsEndpoint::read).orElse(Long.MAX_VALUE), limit + 1), limit);
    }

    private static SecurityEventPage page(List<SecurityEventDetails> found, int limit) {
        if (found.size() <= limit) {
            return new SecurityEventPage(found, Optional.empty());
        }
        List<SecurityEventDetails> shown = found.subList(0, limit);
        return new SecurityEventPage(shown, Optional.of(written(shown.getLast().id())));
    }

    private static String written(long id) {
        byte[] text = (CURSOR + id).getBytes(StandardCharsets.US_ASCII);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    private static long read(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            if (text.startsWith(CURSOR)) {
                return Long.parseLong(text.substring(CURSOR.length()));
            }
        } catch (IllegalArgumentException malformed) {
            throw invalid();
        }
        throw invalid();
    }

    private static RejectedException invalid() {
        return new RejectedException(Reason.INVALID_CURSOR, "The cursor is the nextCursor of this list, unchanged");
    }
}
