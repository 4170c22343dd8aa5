package io.ledgerbank.query.payment;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.query.paging.Page;
import io.ledgerbank.query.projection.ProjectionName;
import io.ledgerbank.query.projection.Reads;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What happened to a payment: so far, or so far and from now on. */
@RestController
@RequestMapping("/api/payments/{id}/events")
@Reads(ProjectionName.PAYMENTS)
class PaymentEventsEndpoint {

    /** As long as an access token is good for; whoever wants to hear more asks again with a new one. */
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final PaymentHistories histories;
    private final PaymentStreams streams;

    PaymentEventsEndpoint(PaymentHistories histories, PaymentStreams streams) {
        this.histories = histories;
        this.streams = streams;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Page<PaymentStep> history(@PathVariable PaymentId id, Caller caller) {
        return new Page<>(histories.of(id, caller), Optional.empty());
    }

    @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter live(
            @PathVariable PaymentId id, @RequestHeader("Last-Event-ID") Optional<String> lastEventId, Caller caller) {
        long after = lastEventId.map(PaymentEventsEndpoint::sequence).orElse(-1L);
        SseEmitter emitter = new SseEmitter(0L);
        streams.stream(id, caller, after, System.nanoTime() + LONGEST.toNanos(), new Emitting(emitter));
        return emitter;
    }

    private static long sequence(String lastEventId) {
        try {
            return Long.parseLong(lastEventId);
        } catch (NumberFormatException none) {
            throw new RejectedException(Reason.INVALID_PARAMETER, "No event of a payment has this Last-Event-ID");
        }
    }

    private record Emitting(SseEmitter emitter) implements PaymentStreams.Listener {

        @Override
        public void tell(PaymentStep step) throws IOException {
            emitter.send(SseEmitter.event()
                    .id(Long.toString(step.sequence()))
                    .name(step.type())
                    .data(step, MediaType.APPLICATION_JSON));
        }

        @Override
        public void stillThere() throws IOException {
            emitter.send(SseEmitter.event().comment("still there"));
        }

        @Override
        public void end() {
            emitter.complete();
        }
    }
}
