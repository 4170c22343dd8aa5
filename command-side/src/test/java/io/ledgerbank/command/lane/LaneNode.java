package io.ledgerbank.command.lane;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.command.claim.ClaimKind;
import io.ledgerbank.command.claim.Claims;
import io.ledgerbank.command.claim.JdbcClaims;
import io.ledgerbank.command.eventlog.AheadWriter;
import io.ledgerbank.command.eventlog.LogEventStore;
import io.ledgerbank.command.eventlog.LogReader;
import io.ledgerbank.command.eventlog.LogStorageEngine;
import io.ledgerbank.command.eventlog.SeenHeads;
import io.ledgerbank.command.eventlog.SnapshotTable;
import io.ledgerbank.command.eventlog.TestLog;
import io.ledgerbank.command.eventtype.StoredType;
import io.ledgerbank.command.eventtype.StoredTypeSerializer;
import io.ledgerbank.command.eventtype.StoredTypes;
import io.ledgerbank.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.DefaultCommandBusSpanFactory;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.lock.NullLockFactory;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.Repository;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.axonframework.tracing.NoOpSpanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/** A node with a lane and a log of jars. */
public final class LaneNode implements AutoCloseable {

    public record Put(String jar, long coins) {}

    public record Create(String jar, long coins) {}

    /** Fails after its event was applied. */
    record Break(String jar) {}

    /** Adds, then applies an event whose type is not registered. */
    record Unlisted(String jar, long coins) {}

    /** Claims a key, then adds. */
    public record Claim(String key, String jar, long coins) {}

    record Pause(CountDownLatch begun, CountDownLatch end) {}

    /** Loses its connection to the database and fails for it. */
    record CutOff() {}

    private static final int MOST_WAITING = 300;

    final AggregateCache cache = new AggregateCache(1_000, 0);
    final LaneCounts counts = new LaneCounts();

    final SeenHeads seen = new SeenHeads();

    /** How often somebody has asked the database for something. */
    final AtomicInteger asked = new AtomicInteger();

    final LaneCommandBus bus;
    public final CommandGateway commands;
    public final LogEventStore store;
    private final AheadWriter writer;
    private final Lane lane;
    private final JdbcClient database;
    private final Repository<Jar> jars;

    public LaneNode(TestDatabase database) {
        this(database, UnaryOperator.identity());
    }

    LaneNode(TestDatabase database, UnaryOperator<TransactionManager> disturbed) {
        this(database, disturbed, LaneNode::unheard, Duration.ofSeconds(30));
    }

    public static LaneNode heard(TestDatabase database, Function<LogStorageEngine, LogEventStore> stores) {
        return new LaneNode(database, UnaryOperator.identity(), stores, Duration.ofSeconds(30));
    }

    LaneNode(TestDatabase database, Duration longestWait) {
        this(database, UnaryOperator.identity(), LaneNode::unheard, longestWait);
    }

    private LaneNode(
            TestDatabase testDatabase,
            UnaryOperator<TransactionManager> disturbed,
            Function<LogStorageEngine, LogEventStore> stores,
            Duration longestWait) {
        var dataSource = testDatabase.dataSource();
        database = JdbcClient.create(dataSource);
        ConnectionProvider joining = new SpringDataSourceConnectionProvider(dataSource);
        ConnectionProvider connections = () -> {
            asked.incrementAndGet();
            return joining.getConnection();
        };
        TransactionManager transactions =
                disturbed.apply(new SpringTransactionManager(new DataSourceTransactionManager(dataSource)));
        StoredTypes types = new StoredTypes(List.of(new StoredType("Coins", Jar.Coins.class)));
        SnapshotTable snapshots = TestLog.snapshots(connections);
        store = stores.apply(
                new LogStorageEngine.Builder(connections, snapshots, new StoredTypeSerializer(types)).build());
        jars = EventSourcingRepository.builder(Jar.class)
                .eventStore(store)
                .lockFactory(NullLockFactory.INSTANCE)
                .cache(cache.lasting())
                .build();
        var spans = DefaultCommandBusSpanFactory.builder()
                .spanFactory(NoOpSpanFactory.INSTANCE)
                .build();
        Deciding deciding = new Deciding(spans);
        LaneHead head = new LaneHead(connections, cache, Duration.ofSeconds(2), seen);
        JdbcClaims claims = new JdbcClaims(connections);
        InDoubt inDoubt = new InDoubt(transactions, head, store::tellOfCommit);
        ColdStreams cold = new ColdStreams(
                List.of(new TouchedStreams<>(Put.class, put -> Stream.of(put.jar()))),
                cache,
                snapshots,
                new LogReader(connections));
        writer = new AheadWriter(connections, new StoredTypeSerializer(types));
        BatchAttempt attempt = new BatchAttempt(transactions, head, writer, deciding, inDoubt, List.of(cold, claims));
        lane = new Lane(MOST_WAITING, new Decisions(attempt, counts), counts);
        bus = new LaneCommandBus(SimpleCommandBus.builder(), lane, deciding, longestWait);
        commands = new LaneCommandGateway(DefaultCommandGateway.builder().commandBus(bus), lane);
        subscribe(claims);
    }

    private static LogEventStore unheard(LogStorageEngine engine) {
        return new LogEventStore(EmbeddedEventStore.builder(), engine, () -> {});
    }

    private void subscribe(Claims claims) {
        on(Create.class, create -> jars.newInstance(() -> new Jar(create.jar(), create.coins())));
        on(Put.class, put -> jars.load(put.jar()).execute(jar -> jar.add(put.coins())));
        on(Break.class, broken -> {
            jars.load(broken.jar()).execute(jar -> jar.add(1));
            throw new IllegalStateException("Broken");
        });
        on(Unlisted.class, unlisted -> jars.load(unlisted.jar()).execute(jar -> {
            jar.add(unlisted.coins());
            AggregateLifecycle.apply("An event that nobody registered");
        }));
        on(Claim.class, claim -> {
            claims.claimOrReject(ClaimKind.IBAN, claim.key(), claim.jar(), Reason.DUPLICATE_END_TO_END_ID);
            jars.load(claim.jar()).execute(jar -> jar.add(claim.coins()));
        });
        on(CutOff.class, cutOff -> {
            database.sql("SELECT pg_terminate_backend(pg_backend_pid())")
                    .query()
                    .listOfRows();
        });
        on(Pause.class, pause -> {
            pause.begun().countDown();
            if (!pause.end().await(10, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Nobody ended the pause");
            }
        });
    }

    private interface Handling<C> {
        void handle(C command) throws Exception;
    }

    private <C> void on(Class<C> type, Handling<C> handling) {
        bus.subscribe(type.getName(), (CommandMessage<?> message) -> {
            handling.handle(type.cast(message.getPayload()));
            return "done";
        });
    }

    /** Lets the lane find all commands waiting at once. */
    /** @return whether each failed */
    List<Boolean> failuresOf(Object... batch) throws InterruptedException {
        return together(batch).stream()
                .map(CompletableFuture::isCompletedExceptionally)
                .toList();
    }

    /** The reason for which the command is refused. */
    public Reason refusalOf(Object command) {
        try {
            throw new AssertionError("Not refused, but " + commands.sendAndWait(command));
        } catch (RejectedException rejected) {
            return rejected.reason();
        }
    }

    List<CompletableFuture<Object>> together(Object... batch) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        CompletableFuture<Object> pause = commands.send(new Pause(begun, end));
        if (!begun.await(10, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The lane does not move");
        }
        List<CompletableFuture<Object>> answers = new ArrayList<>();
        Stream.of(batch).forEach(command -> answers.add(commands.send(command)));
        end.countDown();
        pause.join();
        answers.forEach(answer -> answer.handle((done, failure) -> done).join());
        return answers;
    }

    boolean isAlive() {
        return new LaneLife(lane).isAlive();
    }

    /** As the log has them. */
    public long coins(String jar) {
        return database.sql(
                        "SELECT coalesce(sum((payload ->> 'added')::bigint), 0) FROM eventlog.event WHERE stream_id = ?")
                .param(jar)
                .query(Long.class)
                .single();
    }

    public long claims() {
        return database.sql("SELECT count(*) FROM eventlog.claim")
                .query(Long.class)
                .single();
    }

    /** In how many transactions the log was written. */
    long commits() {
        return database.sql("SELECT count(DISTINCT xmin::text) FROM eventlog.event")
                .query(Long.class)
                .single();
    }

    @Override
    public void close() {
        lane.close();
        writer.close();
        store.shutDown();
    }
}
