package io.ledgerbank.simulator;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Receives notifications; answers 204 unless told to answer something else first. */
final class Mailbox implements AutoCloseable {

    private final BlockingQueue<Letter> letters = new LinkedBlockingQueue<>();
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private final HttpServer server;

    record Letter(String body, String signature, String timestamp) {}

    Mailbox() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/outcomes", exchange -> {
            try (exchange) {
                letters.add(new Letter(
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                        exchange.getRequestHeaders().getFirst("X-Webhook-Signature"),
                        exchange.getRequestHeaders().getFirst("X-Webhook-Timestamp")));
                Integer answer = answers.poll();
                exchange.sendResponseHeaders(answer == null ? 204 : answer, -1);
            }
        });
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/outcomes");
    }

    void answersFirstWith(int status) {
        answers.add(status);
    }

    Letter next() throws InterruptedException {
        Letter letter = letters.poll(20, TimeUnit.SECONDS);
        if (letter == null) {
            throw new AssertionError("No notification came");
        }
        return letter;
    }

    int waiting() {
        return letters.size();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
