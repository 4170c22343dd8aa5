package io.ledgerbank.benchmarks.http;

import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.id.Uuids;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.benchmarks.bank.Accounts;
import io.ledgerbank.benchmarks.bank.Acknowledged;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.json.JsonMapper;

/** A registered customer whose transfers come over as many connections as there are callers. Thread-safe. */
public final class HttpCustomer implements AutoCloseable {

    private static final String EMAIL = "customer@example.com";
    private static final String PASSWORD = "a-benchmark-pass";
    private static final int MOST_MINOR_UNITS = 100;

    private final int port;
    private final Queue<HttpConnection> idle = new ConcurrentLinkedQueue<>();
    private final UserId id;
    private final AtomicLong orders = new AtomicLong();
    private volatile String authorization = "";

    private HttpCustomer(int port) throws IOException {
        this.port = port;
        String registered =
                call("/api/users", "", """
                {"email":"%s","fullName":"Benchmark Customer","password":"%s"}""".formatted(EMAIL, PASSWORD)).is(201).body();
        this.id = UserId.parse(text(registered, "id"));
    }

    /** Registers with the bank that answers at the port. */
    public static HttpCustomer register(int port) throws IOException {
        return new HttpCustomer(port);
    }

    public Caller caller() {
        return new Caller(id, Role.USER);
    }

    /** Gets a new access token, which lasts longer than a run. */
    public void logIn() throws IOException {
        String session = call("/api/auth/login", "", """
                {"email":"%s","password":"%s"}""".formatted(EMAIL, PASSWORD))
                .is(200)
                .body();
        authorization = "Authorization: Bearer " + text(session, "accessToken") + "\r\n";
    }

    /** @throws IllegalStateException when it is not carried out */
    public void transfer(Accounts accounts, Acknowledged acknowledged) throws IOException {
        Accounts.Pair pair = accounts.anyPair();
        String key = "Idempotency-Key: " + Uuids.next() + "\r\n";
        String order = """
                {"type":"TRANSFER","debtorAccountId":"%s","creditorAccountId":"%s",\
                "amount":{"amount":"0.%02d","currency":"GBP"},"remittanceInformation":"Benchmark %d"}""".formatted(
                        pair.debtor(),
                        pair.creditor(),
                        ThreadLocalRandom.current().nextInt(1, MOST_MINOR_UNITS),
                        orders.incrementAndGet());
        String location = call("/api/payments", authorization + key, order)
                .is(201)
                .header("location")
                .orElseThrow();
        acknowledged.add(PaymentId.parse(location.substring(location.lastIndexOf('/') + 1)));
    }

    private Reply call(String path, String headers, String body) throws IOException {
        HttpConnection pooled = idle.poll();
        HttpConnection connection = pooled == null ? new HttpConnection(port) : pooled;
        Reply reply = connection.post(path, headers, body);
        if (reply.header("connection").filter("close"::equals).isPresent()) {
            connection.close();
        } else {
            idle.add(connection);
        }
        return reply;
    }

    private static String text(String json, String field) {
        return JsonMapper.shared().readTree(json).get(field).asString();
    }

    @Override
    public void close() throws IOException {
        for (HttpConnection connection : idle) {
            connection.close();
        }
    }
}
