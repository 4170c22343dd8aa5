package io.ledgerbank.saga.batch;

import io.ledgerbank.api.audit.MetadataKeys;
import io.ledgerbank.api.bank.BankCondition;
import io.ledgerbank.api.bank.BankHealth;
import io.ledgerbank.api.bank.Banks;
import io.ledgerbank.api.bank.BreakerState;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.operation.RetryPayment;
import io.ledgerbank.api.payment.PaymentEvent;
import io.ledgerbank.api.payment.PaymentNoted;
import io.ledgerbank.api.payment.RetryOrdered;
import io.ledgerbank.api.payment.SagaCriteria;
import io.ledgerbank.api.payment.SagaFinder;
import io.ledgerbank.api.payment.SagaFinder.Found;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.api.user.CurrentCallers;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.saga.work.Explained;
import io.ledgerbank.saga.work.QueueSettings;
import io.ledgerbank.saga.work.StillNeeded;
import io.ledgerbank.saga.work.WorkQueues;
import io.ledgerbank.saga.work.WorkTelemetry;
import io.ledgerbank.saga.work.Workplace;
import io.ledgerbank.testing.TestPostgres;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.slf4j.MDC;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Batches on a real database, over sagas and payments that a test makes up. */
abstract class BatchCase {

    static final Caller ANNA = new Caller(UserId.next(), Role.ADMIN);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    final List<RetryPayment> commands = new CopyOnWriteArrayList<>();
    final List<String> actors = new CopyOnWriteArrayList<>();
    final Map<PaymentId, Reason> refusing = new ConcurrentHashMap<>();
    final Set<PaymentId> poisonous = ConcurrentHashMap.newKeySet();
    final Semaphore hold = new Semaphore(1_000_000);
    volatile Optional<Caller> standing = Optional.of(ANNA);
    volatile boolean dyingAfterRecording;
    private final List<Found> sagas = new CopyOnWriteArrayList<>();
    private final EventStore log = EmbeddedEventStore.builder()
            .storageEngine(new InMemoryEventStorageEngine())
            .build();
    private final DataSource dataSource = TestPostgres.freshDatabase("saga").dataSource();
    private AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    @BeforeEach
    void startAgain() {
        var meters = new SimpleMeterRegistry();
        var place = new Workplace(
                dataSource,
                Clock.systemUTC(),
                Duration.ofMillis(200),
                new WorkTelemetry(meters, ObservationRegistry.create()));
        context = new AnnotationConfigApplicationContext();
        context.registerBean(DataSource.class, () -> dataSource);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(dataSource));
        context.registerBean(MeterRegistry.class, () -> meters);
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(CommandGateway.class, this::gateway);
        context.registerBean(
                SagaFinder.class,
                () -> (criteria, most) -> sagas.stream().limit(most).toList());
        context.registerBean(EventStore.class, () -> log, definition -> definition.setDestroyMethodName(""));
        context.registerBean(CurrentCallers.class, () -> id -> standing);
        context.registerBean(StillNeeded.class, () -> letter -> Optional.empty());
        context.registerBean(Banks.class, () -> List::of);
        context.registerBean(BankHealth.class, () -> bank -> new BankCondition(bank, BreakerState.CLOSED, 0, 1, 0, 0));
        context.registerBean(WorkQueues.class, () -> new WorkQueues(place, new QueueSettings("")));
        context.scan("io.ledgerbank.saga.work", "io.ledgerbank.saga.batch");
        context.refresh();
    }

    @AfterEach
    void dieAmidACommand() {
        context.close();
    }

    Batches batches() {
        return context.getBean(Batches.class);
    }

    BatchReports reports() {
        return context.getBean(BatchReports.class);
    }

    Batch report(Batch batch) {
        return reports().find(batch.id());
    }

    Batch finished(Batch batch) {
        await(() -> report(batch).state() == BatchState.DONE);
        return report(batch);
    }

    List<Found> stuck(int count) {
        Money amount = Money.of("2.00", Currency.getInstance("GBP"));
        IntStream.range(0, count).forEach(number -> sagas.add(new Found(begun(), amount)));
        return List.copyOf(sagas);
    }

    private PaymentId begun() {
        PaymentId id = PaymentId.next();
        record(id, 0, new PaymentNoted(id, ANNA.userId(), "Whatever happened first", Instant.now()));
        return id;
    }

    private void record(PaymentId id, long sequence, PaymentEvent event) {
        log.publish(new GenericDomainEventMessage<>("Payment", id.toString(), sequence, event));
    }

    Batch begin(BatchOrder order, Caller caller) {
        return batches().begin(order, Optional.empty(), caller).batch();
    }

    /** How often a payment was retried, as the log has it. */
    long actsOn(PaymentId payment) {
        return log.lastSequenceNumberFor(payment.toString()).orElseThrow();
    }

    List<PaymentId> retried() {
        return commands.stream().map(RetryPayment::paymentId).toList();
    }

    List<String> waiting() {
        return JdbcClient.create(dataSource)
                .sql("SELECT task_instance FROM saga.batches_work")
                .query(String.class)
                .list();
    }

    static BatchOrder retryStuck() {
        var stuck = new SagaCriteria(
                Optional.of("STUCK"), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        return new BatchOrder(stuck, BatchAction.RETRY, new Explained("The bank is back"));
    }

    static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(condition);
    }

    private CommandGateway gateway() {
        var bus = SimpleCommandBus.builder().build();
        bus.subscribe(RetryPayment.class.getName(), this::handle);
        return DefaultCommandGateway.builder().commandBus(bus).build();
    }

    private Object handle(CommandMessage<?> message) throws InterruptedException {
        RetryPayment command = (RetryPayment) message.getPayload();
        commands.add(command);
        actors.add(Objects.toString(MDC.get(MetadataKeys.ACTOR)));
        if (dyingAfterRecording) {
            CompletableFuture.runAsync(() -> retry(command)).join();
            hold.drainPermits();
        }
        hold.acquire();
        Reason refusal = refusing.get(command.paymentId());
        if (refusal != null) {
            throw new RejectedException(refusal, "No");
        }
        if (poisonous.contains(command.paymentId())) {
            throw new IllegalStateException("Poison");
        }
        retry(command);
        return command;
    }

    private void retry(RetryPayment command) {
        long last = actsOn(command.paymentId());
        if (command.ifAt().filter(at -> at == last).isEmpty()) {
            throw new RejectedException(Reason.PAYMENT_MOVED_ON, "No");
        }
        record(
                command.paymentId(),
                last + 1,
                new RetryOrdered(
                        command.paymentId(), command.caller().userId(), command.reason(), 1, 0, Instant.now(), 1));
    }
}
