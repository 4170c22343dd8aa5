package io.ledgerbank.saga.bankconnection;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.bank.Bank;
import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.bank.Banks;
import io.ledgerbank.api.bank.Integration;
import io.ledgerbank.api.bankconnection.BankConnectionEstablished;
import io.ledgerbank.api.bankconnection.BankConnectionProgress;
import io.ledgerbank.api.bankconnection.BankConnectionRequested;
import io.ledgerbank.api.id.BankConnectionId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.saga.bank.BankAccess;
import io.ledgerbank.saga.work.QueueSettings;
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
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads long accounts from a bank over HTTP into a real database. */
class ReadingBanksTest {

    private static final BankCode MONZO = new BankCode("MONZO");
    private static final Instant FOR_LONG = Instant.parse("2100-01-01T00:00:00Z");

    private final DataSource dataSource = TestPostgres.freshDatabase("saga").dataSource();
    private final JdbcClient jdbc = JdbcClient.create(dataSource);
    private final LongAccount bank = new LongAccount(2_500);
    private final AnnotationConfigApplicationContext context = started();

    @AfterEach
    void close() {
        context.close();
        bank.close();
    }

    @Test
    void a_long_account_is_read_once_and_then_only_what_is_new() {
        bank.grow(97_500);
        BankConnectionProgress connection = connected();

        assertThat(read(connection)).isEqualTo(new SyncResult.Done());

        assertThat(counts()).isEqualTo(List.of(100_000L, 100_000L, -4_999_950_000L));
        int before = bank.requestsSince(0);
        assertThat(read(connection)).isEqualTo(new SyncResult.Done());
        assertThat(bank.requestsSince(before)).as("for nothing new").isOne();

        bank.grow(3);
        assertThat(read(connection)).isEqualTo(new SyncResult.Done());
        assertThat(counts().getFirst()).isEqualTo(100_003L);
    }

    @Test
    void what_is_shown_again_is_kept_once() {
        BankConnectionProgress connection = connected();
        read(connection);
        jdbc.sql("UPDATE saga.linked_account SET resume = 'tx_1000'").update();

        assertThat(read(connection)).isEqualTo(new SyncResult.Done());

        assertThat(counts()).isEqualTo(List.of(2_500L, 2_500L, -3_123_750L));
    }

    @Test
    void the_latest_lines_come_first() {
        BankConnectionProgress connection = connected();
        read(connection);

        List<LinkedTransaction> page = context.getBean(LinkedTransactions.class)
                .page(connection.requested().connectionId(), 1, Optional.empty());

        assertThat(page).extracting(LinkedTransaction::externalId).containsExactly("tx_2499", "tx_2498");
        assertThat(page.getFirst().bookedAt()).isEqualTo(LongAccount.FIRST.plusSeconds(60L * 2_499));
    }

    private SyncResult read(BankConnectionProgress connection) {
        return context.getBean(Syncing.class).read(connection);
    }

    private List<Long> counts() {
        return jdbc.sql("SELECT count(*) AS lines, count(DISTINCT id) AS ids, sum(amount) AS amount"
                        + " FROM saga.linked_transaction")
                .query((row, number) -> List.of(row.getLong("lines"), row.getLong("ids"), row.getLong("amount")))
                .single();
    }

    private BankConnectionProgress connected() {
        BankConnectionId id = BankConnectionId.next();
        UserId alice = UserId.next();
        Instant now = Instant.parse("2026-03-20T00:00:00Z");
        context.getBean(ConnectionTable.class).insert(id, alice, MONZO, now);
        context.getBean(TokenVault.class)
                .put(id, new BankAccess(Optional.of("access"), Optional.of("refresh"), Optional.of(FOR_LONG)));
        return BankConnectionProgress.of(new BankConnectionRequested(id, alice, MONZO, now))
                .after(new BankConnectionEstablished(id, now));
    }

    private AnnotationConfigApplicationContext started() {
        var meters = new SimpleMeterRegistry();
        var place = new Workplace(
                dataSource,
                Clock.systemUTC(),
                Duration.ofMillis(200),
                new WorkTelemetry(meters, ObservationRegistry.create()));
        var starting = new AnnotationConfigApplicationContext();
        starting.registerBean(DataSource.class, () -> dataSource);
        starting.registerBean(JdbcClient.class, () -> jdbc);
        starting.registerBean(MeterRegistry.class, () -> meters);
        starting.registerBean(Clock.class, Clock::systemUTC);
        starting.registerBean(CommandGateway.class, () -> DefaultCommandGateway.builder()
                .commandBus(SimpleCommandBus.builder().build())
                .build());
        starting.registerBean(EventStore.class, () -> EmbeddedEventStore.builder()
                .storageEngine(new InMemoryEventStorageEngine())
                .build());
        starting.registerBean(
                Banks.class, () -> () -> List.of(new Bank(MONZO, "Monzo", "GB", bank.url(), Integration.MONZO)));
        starting.registerBean(TokenKeys.class, () -> TokenKeys.of(SealTest.key("tests", (byte) 7), List.of()));
        starting.registerBean(QueueSettings.class, () -> new QueueSettings(""));
        starting.registerBean(WorkQueues.class, () -> new WorkQueues(place, starting.getBean(QueueSettings.class)));
        starting.scan("io.ledgerbank.saga.bank", "io.ledgerbank.saga.banking", "io.ledgerbank.saga.bankconnection");
        starting.refresh();
        return starting;
    }
}
