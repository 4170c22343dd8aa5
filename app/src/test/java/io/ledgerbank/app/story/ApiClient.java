package io.ledgerbank.app.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to a running service over HTTP as one of its users would. */
final class ApiClient {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private final URI base;
    private final Map<String, String> headers;

    private ApiClient(URI base, Map<String, String> headers) {
        this.base = base;
        this.headers = headers;
    }

    static ApiClient at(String base) {
        return new ApiClient(URI.create(base), Map.of());
    }

    ApiClient login(String email, String password) {
        Answer answer = post("/api/auth/login", Map.of("email", email, "password", password));
        return with("Authorization", "Bearer " + answer.expect(200).text("accessToken"));
    }

    ApiClient with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new ApiClient(base, more);
    }

    Answer get(String path) {
        return send(HttpRequest.newBuilder(base.resolve(path)).GET());
    }

    Answer post(String path, Object body) {
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    Answer put(String path, Object body) {
        return send(HttpRequest.newBuilder(base.resolve(path))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    /** Creates a payment under an idempotency key of its own. */
    Answer pay(Map<String, Object> payment) {
        return with("Idempotency-Key", UUID.randomUUID().toString()).post("/api/payments", payment);
    }

    private Answer send(HttpRequest.Builder request) {
        headers.forEach(request::header);
        try {
            HttpResponse<String> response =
                    HTTP.send(request.timeout(Duration.ofSeconds(15)).build(), BodyHandlers.ofString());
            return new Answer(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What the service answered. */
    record Answer(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        JsonNode body() {
            return JSON.readTree(response.body());
        }

        String text(String field) {
            return body().path(field).asString();
        }

        Answer expect(int status) {
            if (status() != status) {
                throw new AssertionError(response.request().method() + " " + response.uri() + " answered " + status()
                        + ", not " + status + ": " + response.body());
            }
            return this;
        }
    }
}
