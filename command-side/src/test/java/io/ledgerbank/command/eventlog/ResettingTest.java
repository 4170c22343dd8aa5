package io.ledgerbank.command.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ledgerbank.command.eventtype.LogSerializer;
import io.ledgerbank.command.eventtype.StoredType;
import io.ledgerbank.command.eventtype.StoredTypeSerializer;
import io.ledgerbank.command.eventtype.StoredTypes;
import io.ledgerbank.testing.TestPostgres;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.PostgresTokenTableFactory;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

class ResettingTest {

    private static final List<String> ONE_TO_FIVE = List.of("1", "2", "3", "4", "5");
    private static final TokenSchema TOKENS =
            TokenSchema.builder().setTokenTable("readmodel.token").build();

    /** What a read model would remember. */
    static final class Remembering {

        private final Queue<String> seen = new ConcurrentLinkedQueue<>();

        @EventHandler
        void on(String event) {
            seen.add(event);
        }
    }

    private final DataSource dataSource = TestPostgres.freshDatabase("eventlog").dataSource();
    private final ConnectionProvider connections = new SpringDataSourceConnectionProvider(dataSource);
    private final TransactionManager transactions =
            new SpringTransactionManager(new DataSourceTransactionManager(dataSource));
    private final Serializer serializer = LogSerializer.create();
    private final StoredTypes types = new StoredTypes(List.of(new StoredType("Text", String.class)));
    private final Remembering remembering = new Remembering();
    private final LogStorageEngine engine = new LogStorageEngine.Builder(
                    connections, TestLog.snapshots(connections), new StoredTypeSerializer(types))
            .build();
    private final Configuration axon = axon();

    private Configuration axon() {
        JdbcTokenStore tokens = JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(serializer)
                .schema(TOKENS)
                .build();
        transactions.executeInTransaction(() -> tokens.createSchema(PostgresTokenTableFactory.INSTANCE));
        DefaultConfigurer configurer = (DefaultConfigurer) DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(config -> serializer)
                .configureTransactionManager(config -> transactions)
                .configureEmbeddedEventStore(config -> engine);
        configurer
                .eventProcessing()
                .usingPooledStreamingEventProcessors()
                .registerTokenStore(config -> tokens)
                .assignProcessingGroup(group -> "remembering")
                .registerEventHandler(config -> remembering);
        return configurer.start();
    }

    @BeforeEach
    void five_events_were_remembered() {
        List<DomainEventMessage<?>> events = IntStream.range(0, 5)
                .<DomainEventMessage<?>>mapToObj(sequence ->
                        new GenericDomainEventMessage<>("Test", "stream", sequence, Integer.toString(sequence + 1)))
                .toList();
        transactions.executeInTransaction(() -> engine.appendEvents(events));
        awaitSeen(ONE_TO_FIVE);
    }

    @AfterEach
    void shut_down() {
        axon.shutdown();
    }

    @Test
    void a_reset_processor_reads_the_log_again_from_its_beginning_and_goes_on_with_what_is_new() {
        StreamingEventProcessor processor = axon.eventProcessingConfiguration()
                .eventProcessor("remembering", StreamingEventProcessor.class)
                .orElseThrow();
        processor.shutDown();
        remembering.seen.clear();

        processor.resetTokens();
        processor.start();

        awaitSeen(ONE_TO_FIVE);
        transactions.executeInTransaction(
                () -> engine.appendEvents(List.of(new GenericDomainEventMessage<>("Test", "stream", 5, "6"))));
        awaitSeen(List.of("1", "2", "3", "4", "5", "6"));
        assertThat(processor.isError()).isFalse();
    }

    private void awaitSeen(List<String> expected) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(remembering.seen).containsExactlyInAnyOrderElementsOf(expected));
    }
}
