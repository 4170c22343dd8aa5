package io.ledgerbank.saga;

import io.ledgerbank.api.audit.MetadataKeys;
import io.ledgerbank.api.payment.CreatePayment;
import io.ledgerbank.api.payment.PaymentEvent;
import io.ledgerbank.api.payment.PaymentFailed;
import io.ledgerbank.api.payment.PaymentId;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.PaymentParked;
import io.ledgerbank.api.payment.PaymentSettled;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.simulator.BankSimulator;
import io.ledgerbank.simulator.NotificationTarget;
import io.ledgerbank.simulator.SimulatorSettings;
import io.ledgerbank.simulator.TestCreditor;
import io.ledgerbank.testing.TestDatabase;
import io.ledgerbank.testing.TestPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.slf4j.MDC;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A running saga between a log, a database and a bank; the log and the database outlive its restarts. */
public final class Stage implements AutoCloseable {

    public static final String SECRET = "a secret between banks";
    public static final Duration TIMEOUT = Duration.ofMillis(400);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestDatabase database = TestPostgres.freshDatabase("saga");
    private final EventStorageEngine log = new InMemoryEventStorageEngine();
    private final Path journal = temporaryFolder().resolve("journal.jsonl");
    private ServletWebServerApplicationContext context;
    private BankSimulator bank;

    private Stage() {
        context = startService();
        bank = startBank();
    }

    public static Stage open() {
        return new Stage();
    }

    public PaymentId pay(TestCreditor creditor) {
        return pay(Orders.to(creditor));
    }

    public PaymentId pay(PaymentOrder order) {
        PaymentId id = PaymentId.next();
        try (var correlation = MDC.putCloseable(MetadataKeys.CORRELATION_ID, "conversation-of-" + id)) {
            commands().sendAndWait(new CreatePayment(id, order, Caller.system()));
        }
        return id;
    }

    /** Puts the beginning of a payment into the log, all at once. */
    public void given(PaymentEvent... events) {
        List<DomainEventMessage<PaymentEvent>> messages = IntStream.range(0, events.length)
                .<DomainEventMessage<PaymentEvent>>mapToObj(sequence -> new GenericDomainEventMessage<>(
                        "Payment", events[sequence].paymentId().toString(), sequence, events[sequence]))
                .toList();
        bean(EventStore.class).publish(messages);
    }

    public PaymentSettled settled(PaymentId id) {
        return reached(id, PaymentSettled.class);
    }

    public PaymentFailed failed(PaymentId id) {
        return reached(id, PaymentFailed.class);
    }

    public PaymentParked parked(PaymentId id) {
        return reached(id, PaymentParked.class);
    }

    /** Waits until the payment's newest event is of this type. */
    public <T extends PaymentEvent> T reached(PaymentId id, Class<T> type) {
        await(() -> type.isInstance(events(id).getLast()));
        return type.cast(events(id).getLast());
    }

    public void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(condition);
    }

    public List<PaymentEvent> events(PaymentId id) {
        return bean(PaymentsDouble.class).historyOf(id);
    }

    /** The simple names of the payment's events in order. */
    public List<String> story(PaymentId id) {
        return events(id).stream()
                .map(event -> event.getClass().getSimpleName())
                .toList();
    }

    public List<DomainEventMessage<?>> messages(PaymentId id) {
        return bean(EventStore.class)
                .readEvents(id.toString(), 0)
                .asStream()
                .<DomainEventMessage<?>>map(message -> message)
                .toList();
    }

    /** Waits until the processor of the saga has handled everything that is in the log. */
    public void caughtUp() {
        await(() -> processor().processingStatus().values().stream()
                .anyMatch(status -> status.isCaughtUp()
                        && status.getCurrentPosition().orElse(-1)
                                == log.createHeadToken().position().orElse(-1)));
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
        bean(SagaTestApplication.BankAddress.class).url().set(URI.create("http://127.0.0.1:1"));
    }

    public void reopenBank() {
        bank = startBank();
    }

    public Oracle oracle() {
        return new Oracle(bank.url());
    }

    public CommandGateway commands() {
        return bean(CommandGateway.class);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public URI url(String path) {
        return URI.create("http://127.0.0.1:" + context.getWebServer().getPort() + path);
    }

    /** The work items of the payment that wait or are being done. */
    public List<String> workItemsOf(PaymentId id) {
        return database()
                .sql("SELECT task_instance FROM saga.payments_work WHERE task_instance LIKE ?")
                .param(id + "/%")
                .query(String.class)
                .list();
    }

    public JdbcClient database() {
        return JdbcClient.create(database.dataSource());
    }

    @Override
    public void close() {
        context.close();
        bank.close();
    }

    private StreamingEventProcessor processor() {
        return bean(EventProcessingConfiguration.class)
                .eventProcessor("payment-saga", StreamingEventProcessor.class)
                .orElseThrow();
    }

    private ServletWebServerApplicationContext startService() {
        return SagaTestApplication.start(
                log,
                Stream.concat(
                        Arrays.stream(database.springProperties()),
                        Stream.of(
                                "ledgerbank.banks.timeout=" + TIMEOUT.toMillis() + "ms",
                                "ledgerbank.banks.webhook-secrets.simbank=" + SECRET,
                                "ledgerbank.queues=payments:4")));
    }

    private BankSimulator startBank() {
        BankSimulator simulator = BankSimulator.start(SimulatorSettings.withJournal(journal)
                .withLateReply(TIMEOUT.multipliedBy(2))
                .withRetryDelay(Duration.ofMillis(50))
                .withNotifications(new NotificationTarget(url("/api/webhooks/simbank"), SECRET)));
        bean(SagaTestApplication.BankAddress.class).url().set(simulator.url());
        return simulator;
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("ledgerbank-saga-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
