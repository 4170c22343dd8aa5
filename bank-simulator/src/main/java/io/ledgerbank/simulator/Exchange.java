package io.ledgerbank.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** One request and its one answer. Used by one thread. */
final class Exchange implements AutoCloseable {

    static final int LARGEST_BODY = 64 * 1024;
    /** How much of an oversized body is read away so that its sender can still read the answer. */
    private static final int PATIENCE = 1024 * 1024;

    private final HttpExchange http;

    record Problem(String title, int status, String detail) {}

    Exchange(HttpExchange http) {
        this.http = http;
    }

    String method() {
        return http.getRequestMethod();
    }

    String path() {
        return Optional.ofNullable(http.getRequestURI().getPath()).orElse("");
    }

    boolean acceptsHtml() {
        return http.getRequestHeaders().getOrDefault("Accept", List.of()).stream()
                .anyMatch(accept -> accept.contains("text/html"));
    }

    /** The whole body, or empty when it is larger than this bank reads. */
    Optional<byte[]> body() throws IOException {
        InputStream in = http.getRequestBody();
        byte[] body = in.readNBytes(LARGEST_BODY + 1);
        if (body.length <= LARGEST_BODY) {
            return Optional.of(body);
        }
        in.readNBytes(PATIENCE);
        return Optional.empty();
    }

    void header(String name, String value) {
        http.getResponseHeaders().set(name, value);
    }

    void json(int status, Object answer) throws IOException {
        send(status, "application/json", Json.MAPPER.writeValueAsBytes(answer));
    }

    void html(int status, String page) throws IOException {
        send(status, "text/html; charset=utf-8", page.getBytes(UTF_8));
    }

    void problem(int status, String title, String detail) throws IOException {
        send(status, "application/problem+json", Json.MAPPER.writeValueAsBytes(new Problem(title, status, detail)));
    }

    /** Ends the exchange; without an answer so far, the connection breaks. */
    @Override
    public void close() {
        http.close();
    }

    private void send(int status, String contentType, byte[] body) throws IOException {
        header("Content-Type", contentType);
        http.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        http.getResponseBody().write(body);
        http.getResponseBody().close();
    }
}
