package io.ledgerbank.command.request;

import io.ledgerbank.api.approval.Decision;
import java.net.URI;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;

/** Answers over HTTP what was done, or that it waits for a second person and where that is told. */
public final class DecisionResponse {

    private DecisionResponse() {}

    /** 202 with the request's {@code Location} for what waits. */
    public static <R> ResponseEntity<Object> of(Decision<R> decision, Function<R, ResponseEntity<Object>> whenDone) {
        return switch (decision) {
            case Decision.Done<R> done -> whenDone.apply(done.result());
            case Decision.Proposed<R> proposed ->
                ResponseEntity.accepted()
                        .location(URI.create(
                                "/api/approvals/" + proposed.approval().id()))
                        .body(proposed.approval());
        };
    }
}
