package io.ledgerbank.app.dashboard.live;

import io.ledgerbank.app.dashboard.access.Operator;
import io.ledgerbank.query.stream.EmittedNews;
import io.ledgerbank.query.stream.LiveStreams;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The API's live stream for whoever has the dashboard's session. */
@Controller
class LiveEndpoint {

    /** Then the browser asks again, and whoever may not listen any more finds out. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final LiveStreams streams;

    LiveEndpoint(LiveStreams streams) {
        this.streams = streams;
    }

    /** From behind the last event that the browser has, or else from where its page ends. */
    @GetMapping(path = "/dashboard/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream(
            @RequestParam("after") Optional<Long> after,
            @RequestHeader("Last-Event-ID") Optional<Long> lastEventId,
            Operator operator) {
        SseEmitter emitter = new SseEmitter(0L);
        streams.stream(
                lastEventId.or(() -> after),
                operator.caller(),
                System.nanoTime() + LONGEST.toNanos(),
                new EmittedNews(emitter));
        return emitter;
    }

    /** Lets a page whose stream has broken find out whether it may come in. */
    @GetMapping("/dashboard/stream/door")
    ResponseEntity<Void> door(Operator operator) {
        return ResponseEntity.noContent().build();
    }
}
