package io.ledgerbank.app.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Calls the application over HTTP, with or without an access token. */
public record Client(int port, List<String> headers) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    public static Client of(int port) {
        return new Client(port, List.of());
    }

    public Client with(String name, String value) {
        return new Client(
                port, Stream.concat(headers.stream(), Stream.of(name, value)).toList());
    }

    public Client bearing(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** Logs in and calls with the token from then on. */
    public Client loggedIn(String email, String password) {
        return bearing(login(email, password).is(200).text("accessToken"));
    }

    public Answer login(String email, String password) {
        return post("/api/auth/login", new Login(email, password));
    }

    /** Makes somebody a customer. */
    public Answer register(String email, String password) {
        return post("/api/users", new Registration(email, "Somebody", password)).is(201);
    }

    private record Registration(String email, String fullName, String password) {}

    private record Login(String email, String password) {}

    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** @param body an object to be written as JSON, or a string to be sent as it is */
    public Answer post(String path, Object body) {
        return send("POST", path, body);
    }

    public Answer send(String method, String path, Object body) {
        String text = body instanceof String raw ? raw : JsonMapper.shared().writeValueAsString(body);
        HttpRequest.Builder request = request(path).method(method, BodyPublishers.ofString(text));
        return send(headers.contains("Content-Type") ? request : request.header("Content-Type", "application/json"));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return headers.isEmpty() ? request : request.headers(headers.toArray(String[]::new));
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
