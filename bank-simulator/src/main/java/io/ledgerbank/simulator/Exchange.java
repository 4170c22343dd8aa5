package io.ledgerbank.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One request and its one answer. Used by one thread. */
final class Exchange implements AutoCloseable {

    static final int LARGEST_BODY = 64 * 1024;
    /** How much of an oversized body is read away so that its sender can still read the answer. */
    private static final int PATIENCE = 1024 * 1024;

    private final HttpExchange http;
    private Dialect dialect = Dialect.PLAIN;

    record Problem(String title, int status, String detail) {}

    Exchange(HttpExchange http) {
        this.http = http;
    }

    /** Itself, in the words of that dialect from now on. */
    Exchange speaking(Dialect another) {
        dialect = another;
        return this;
    }

    /** As it goes over the wire. */
    byte[] written(Object answer) {
        return dialect.written(answer);
    }

    String method() {
        return http.getRequestMethod();
    }

    String path() {
        return Optional.ofNullable(http.getRequestURI().getPath()).orElse("");
    }

    /** The parameters of the query, each at most once; the last one counts. */
    Map<String, String> query() {
        Map<String, String> parameters = new HashMap<>();
        String query = Optional.ofNullable(http.getRequestURI().getQuery()).orElse("");
        for (String parameter : query.isEmpty() ? new String[0] : query.split("&", -1)) {
            String[] parts = parameter.split("=", 2);
            parameters.put(parts[0], parts.length == 2 ? parts[1] : "");
        }
        return parameters;
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
        send(status, "application/json", written(answer));
    }

    void html(int status, String page) throws IOException {
        send(status, "text/html; charset=utf-8", page.getBytes(UTF_8));
    }

    void problem(int status, String title, String detail) throws IOException {
        send(status, "application/problem+json", Json.MAPPER.writeValueAsBytes(new Problem(title, status, detail)));
    }

    void tooLarge(String what) throws IOException {
        header("Connection", "close");
        problem(413, "Content Too Large", what + " has at most " + LARGEST_BODY + " bytes");
    }

    void nothing(int status) throws IOException {
        http.sendResponseHeaders(status, -1);
    }

    /** Called JSON, whatever it is. */
    void bytes(int status, byte[] body) throws IOException {
        send(status, "application/json", body);
    }

    /** One byte after the other, and before each of them whatever takes its time. */
    void drip(int status, byte[] body, Runnable pause) throws IOException {
        header("Content-Type", "application/json");
        http.sendResponseHeaders(status, body.length);
        for (byte next : body) {
            pause.run();
            http.getResponseBody().write(next);
            http.getResponseBody().flush();
        }
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
