package io.ledgerbank.query.stream;

import io.ledgerbank.api.payment.PaymentDetails;
import io.ledgerbank.query.payment.SagaDetails;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/**
 * Writes news as server-sent events. Only the last of what belongs together carries the position as its id, so that whoever
 * loses the connection in between is told all of it again.
 */
public final class EmittedNews implements LiveStreams.Listener {

    private final SseEmitter emitter;

    public EmittedNews(SseEmitter emitter) {
        this.emitter = emitter;
    }

    @Override
    public void tell(News news) throws IOException {
        for (PaymentDetails payment : news.payments()) {
            emitter.send(event("payment", payment));
        }
        for (SagaDetails saga : news.sagas()) {
            emitter.send(event("saga", saga));
        }
        emitter.send(event("projections", Map.of("items", news.projections())).id(Long.toString(news.position())));
    }

    @Override
    public void gap(long position) throws IOException {
        emitter.send(event("gap", Map.of("position", position)).id(Long.toString(position)));
    }

    @Override
    public void stillThere() throws IOException {
        emitter.send(SseEmitter.event().comment("still there"));
    }

    @Override
    public void end() {
        emitter.complete();
    }

    private static SseEventBuilder event(String name, Object data) {
        return SseEmitter.event().name(name).data(data, MediaType.APPLICATION_JSON);
    }
}
