package io.ledgerbank.query.stream;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.query.projection.Reads;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What happens to sagas, payments and projections, while it happens. */
@RestController
@Reads({})
class StreamEndpoint {

    /** As long as an access token is good for; whoever wants to hear more asks again with a new one. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final LiveStreams streams;

    StreamEndpoint(LiveStreams streams) {
        this.streams = streams;
    }

    /** From now on, or from behind the {@code Last-Event-ID} on. */
    @GetMapping(path = "/api/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream(@RequestHeader("Last-Event-ID") Optional<String> lastEventId, Caller caller) {
        SseEmitter emitter = new SseEmitter(0L);
        streams.stream(
                lastEventId.map(StreamEndpoint::position),
                caller,
                System.nanoTime() + LONGEST.toNanos(),
                new EmittedNews(emitter));
        return emitter;
    }

    private static long position(String lastEventId) {
        try {
            return Long.parseLong(lastEventId);
        } catch (NumberFormatException none) {
            throw new RejectedException(Reason.INVALID_PARAMETER, "No event of this stream has this Last-Event-ID");
        }
    }
}
