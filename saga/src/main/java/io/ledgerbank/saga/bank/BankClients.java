package io.ledgerbank.saga.bank;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The HTTP clients that banks are called with: TLS is verified, redirects are not followed. Banks that give a connection the
 * same time to come about share one. Thread-safe.
 */
final class BankClients implements AutoCloseable {

    private final Map<Duration, HttpClient> clients = new ConcurrentHashMap<>();

    HttpClient connectingWithin(Duration connectTimeout) {
        return clients.computeIfAbsent(connectTimeout, BankClients::client);
    }

    static HttpClient client(Duration connectTimeout) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connectTimeout)
                .build();
    }

    /** Calls that are running end as calls in doubt. */
    @Override
    public void close() {
        clients.values().forEach(HttpClient::shutdownNow);
    }
}
