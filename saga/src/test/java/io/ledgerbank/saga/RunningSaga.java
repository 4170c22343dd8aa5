package io.ledgerbank.saga;

import io.ledgerbank.simulator.BankSimulator;
import io.ledgerbank.simulator.NotificationTarget;
import io.ledgerbank.simulator.SimulatorSettings;
import io.ledgerbank.testing.TestDatabase;
import io.ledgerbank.testing.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/** A running saga between a log, a database and a bank; the log and the database outlive its restarts. */
abstract class RunningSaga implements AutoCloseable {

    public static final String SECRET = "a secret between banks";

    private static final URI NOWHERE = URI.create("http://127.0.0.1:1");

    private final TestDatabase database = TestPostgres.freshDatabase("saga");
    private final EventStorageEngine log = new InMemoryEventStorageEngine();
    private final Path folder = temporaryFolder();
    private final Duration timeout;
    private final List<String> settings;
    private ServletWebServerApplicationContext context;
    private BankSimulator bank;

    RunningSaga(Duration timeout, String... settings) {
        this.timeout = timeout;
        this.settings = List.of(settings);
        context = startService();
        bank = startBank();
    }

    public void restart() {
        context.close();
        startAgain();
    }

    /** Restarts the service as if the saga had never seen an event. */
    public void replay() {
        context.close();
        database().sql("DELETE FROM saga.token_entry").update();
        startAgain();
    }

    public void stopService() {
        context.close();
    }

    public void startAgain() {
        context = startService();
        bean(SagaTestApplication.BankAddress.class).url().set(bank.url());
    }

    public void stopBank() {
        bank.close();
        bean(SagaTestApplication.BankAddress.class).url().set(NOWHERE);
    }

    public void reopenBank() {
        bank = startBank();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + context.getWebServer().getPort() + path);
    }

    public JdbcClient database() {
        return JdbcClient.create(database.dataSource());
    }

    @Override
    public void close() {
        context.close();
        bank.close();
        removeFolder();
    }

    private ServletWebServerApplicationContext startService() {
        return SagaTestApplication.start(
                log,
                lastOfEach(Stream.of(
                                Arrays.stream(database.springProperties()),
                                Stream.of(
                                        "ledgerbank.banks.timeout=" + timeout.toMillis() + "ms",
                                        "ledgerbank.banks.breaker.open-for=200ms",
                                        "ledgerbank.banks.webhook-secrets.simbank=" + SECRET,
                                        "ledgerbank.queues=payments:4"),
                                settings.stream())
                        .flatMap(properties -> properties)));
    }

    private static Stream<String> lastOfEach(Stream<String> properties) {
        Map<String, String> values = new LinkedHashMap<>();
        properties.map(property -> property.split("=", 2)).forEach(property -> values.put(property[0], property[1]));
        return values.entrySet().stream().map(property -> property.getKey() + "=" + property.getValue());
    }

    private BankSimulator startBank() {
        BankSimulator simulator = BankSimulator.start(SimulatorSettings.withJournal(folder.resolve("journal.jsonl"))
                .withLateReply(timeout.multipliedBy(2))
                .withRetryDelay(Duration.ofMillis(50))
                .withNotifications(new NotificationTarget(url("/api/webhooks/simbank"), SECRET)));
        bean(SagaTestApplication.BankAddress.class).url().set(simulator.url());
        return simulator;
    }

    private void removeFolder() {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("ledgerbank-saga-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI bankUrl() {
        return bank.url();
    }

    long lastPosition() {
        return log.createHeadToken().position().orElse(-1);
    }
}
