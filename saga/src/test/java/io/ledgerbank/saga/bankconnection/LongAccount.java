package io.ledgerbank.saga.bankconnection;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A bank that speaks Monzo's protocol and keeps one account with as many lines as wanted, a minute apart. */
final class LongAccount implements AutoCloseable {

    static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

    private static final Pattern SINCE = Pattern.compile("since=tx_([0-9]+)");
    private static final int MOST = 100;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server;
    private final AtomicInteger requests = new AtomicInteger();
    private volatile int lines;

    LongAccount(int lines) {
        // Otherwise each answer's second packet waits for the first one's acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        this.lines = lines;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> answers = Map.of(
                "/accounts", "{\"accounts\":[{\"id\":\"acc_1\",\"description\":\"Long\",\"currency\":\"GBP\"}]}",
                "/balance", "{\"balance\":0,\"currency\":\"GBP\"}");
        answers.forEach((path, answer) -> server.createContext(path, exchange -> answer(exchange, answer)));
        server.createContext("/transactions", exchange -> answer(exchange, part(exchange.getRequestURI())));
        server.setExecutor(threads);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void grow(int more) {
        lines += more;
    }

    int requestsSince(int before) {
        return requests.get() - before;
    }

    private String part(URI asked) {
        Matcher since = SINCE.matcher(asked.getQuery());
        int from = since.find() ? Integer.parseInt(since.group(1)) + 1 : 0;
        return IntStream.range(from, Math.min(lines, from + MOST))
                .mapToObj(LongAccount::line)
                .collect(Collectors.joining(",", "{\"transactions\":[", "]}"));
    }

    private static String line(int number) {
        Instant created = FIRST.plusSeconds(60L * number);
        return "{\"id\":\"tx_%d\",\"amount\":%d,\"currency\":\"GBP\",\"created\":\"%s\",\"description\":\"Line %d\",\"settled\":\"%s\"}"
                .formatted(number, -number, created, number, created);
    }

    private void answer(HttpExchange exchange, String body) throws IOException {
        requests.incrementAndGet();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
