package io.ledgerbank.app.fuzz;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A request as it goes out; it shows how to send it again. */
record FuzzedRequest(
        Operation operation, String address, Map<String, String> headers, Optional<String> body, String caller) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    HttpRequest to(int port) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address));
        headers.forEach(request::header);
        return request.timeout(PATIENCE)
                .method(operation.method(), body.map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody))
                .build();
    }

    @Override
    public String toString() {
        return "%s %s as %s, headers %s, body %s"
                .formatted(
                        operation.method(),
                        address,
                        caller,
                        headers.keySet(),
                        body.map(FuzzedRequest::shown).orElse("none"));
    }

    private static String shown(String body) {
        return body.length() > 600 ? body.substring(0, 600) + "…" : body;
    }
}
