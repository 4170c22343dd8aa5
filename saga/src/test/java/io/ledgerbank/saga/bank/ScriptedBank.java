package io.ledgerbank.saga.bank;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A bank that answers every request with what the test says, however absurd. */
final class ScriptedBank implements AutoCloseable {

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private volatile Script script = exchange -> exchange.sendResponseHeaders(500, -1);

    @FunctionalInterface
    interface Script {
        void answer(HttpExchange exchange) throws IOException;
    }

    ScriptedBank() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The requests so far: method, path and body. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    void answers(int status, String body, String... headers) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        script = exchange -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        };
    }

    void neverAnswers() {
        script = exchange -> waitForTheEnd();
    }

    void answersTheFirstByteOf(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        script = exchange -> {
            exchange.sendResponseHeaders(201, bytes.length);
            exchange.getResponseBody().write(bytes, 0, 1);
            exchange.getResponseBody().flush();
            waitForTheEnd();
        };
    }

    void answersInChunks(int status, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        script = exchange -> {
            exchange.sendResponseHeaders(status, 0);
            exchange.getResponseBody().write(bytes);
        };
    }

    /** One byte at a time, and each sooner than anybody would call silence. */
    void drips(int status, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        script = exchange -> {
            exchange.sendResponseHeaders(status, bytes.length);
            for (byte next : bytes) {
                exchange.getResponseBody().write(next);
                exchange.getResponseBody().flush();
                if (isClosingWithin(20)) {
                    return;
                }
            }
        };
    }

    void announcesMoreThan(int status, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        script = exchange -> {
            exchange.sendResponseHeaders(status, bytes.length + 1L);
            exchange.getResponseBody().write(bytes);
            exchange.getResponseBody().flush();
        };
    }

    void hangsUp() {
        script = exchange -> {};
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body);
            script.answer(exchange);
        }
    }

    private boolean isClosingWithin(long millis) {
        try {
            return closing.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void waitForTheEnd() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
