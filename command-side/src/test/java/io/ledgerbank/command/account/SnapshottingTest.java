package io.ledgerbank.command.account;

import static io.ledgerbank.command.testing.People.ALICE;
import static io.ledgerbank.command.testing.People.TELLER;
import static io.ledgerbank.command.testing.People.TODAY;
import static io.ledgerbank.command.testing.People.pounds;
import static io.ledgerbank.command.testing.TestBank.external;
import static io.ledgerbank.command.testing.TestBank.transfer;
import static io.ledgerbank.command.testing.TestBank.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.Outcome;
import io.ledgerbank.api.payment.RecordOutcome;
import io.ledgerbank.api.payment.StartAttempt;
import io.ledgerbank.command.lane.AggregateCache;
import io.ledgerbank.command.testing.CommandSideTest;
import io.ledgerbank.command.testing.TestBank;
import java.time.Duration;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@CommandSideTest
class SnapshottingTest {

    private final TestBank bank;
    private final CommandGateway commands;
    private final JdbcClient database;
    private final EventStorageEngine log;
    private final Snapshotter snapshotter;
    private final AggregateCache cache;

    SnapshottingTest(
            TestBank bank,
            CommandGateway commands,
            JdbcClient database,
            EventStorageEngine log,
            Snapshotter snapshotter,
            AggregateCache cache) {
        this.snapshotter = snapshotter;
        this.cache = cache;
        this.log = log;
        this.bank = bank;
        this.commands = commands;
        this.database = database;
    }

    @Test
    void an_account_is_the_same_whether_loaded_from_its_snapshot_or_from_all_its_events() {
        AccountId account = bank.openWith(ALICE, pounds("1000.00"));
        PaymentId held = bank.pay(ALICE, external(account, pounds("100.00"))).id();
        for (int i = 0; i < 45; i++) {
            bank.pay(TELLER, withdrawal(account, pounds("1.00")));
        }

        await().atMost(Duration.ofSeconds(10)).until(() -> snapshots(account) > 0);
        assertThat(bank.tryToPay(TELLER, withdrawal(account, pounds("855.01")))).contains(Reason.INSUFFICIENT_FUNDS);
        commands.sendAndWait(new StartAttempt(held, 1, Duration.ofSeconds(5)));
        commands.sendAndWait(new RecordOutcome(held, 1, new Outcome.Executed("REF", TODAY)));
        assertThat(bank.tryToPay(TELLER, withdrawal(account, pounds("855.00")))).isEmpty();
        assertThat(bank.posted(account)).isZero();
    }

    @Test
    void a_snapshot_can_be_read_again() {
        AccountId account = bank.openWith(ALICE, pounds("1000.00"));
        bank.pay(ALICE, external(account, pounds("100.00")));
        for (int i = 0; i < 25; i++) {
            bank.pay(TELLER, withdrawal(account, pounds("1.00")));
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> snapshots(account) > 0);

        Account snapshot =
                (Account) log.readSnapshot(account.toString()).orElseThrow().getPayload();

        assertThat(snapshot.facts().held()).isEqualTo(pounds("100.00"));
        assertThat(snapshot.facts().posted()).isLessThan(pounds("1000.00"));
    }

    @Test
    void a_forged_snapshot_makes_no_money() {
        AccountId account = bank.openWith(ALICE, pounds("10.00"));
        AccountId creditor = bank.open(ALICE).id();
        snapshotter.scheduleSnapshot(Account.class, account.toString());
        await().atMost(Duration.ofSeconds(10)).until(() -> snapshots(account) == 1);
        forge(account, "\"10.00\"", "\"9000.00\"");
        cache.removeAll();

        assertThat(bank.tryToPay(ALICE, transfer(account, creditor, pounds("5000.00"))))
                .contains(Reason.INSUFFICIENT_FUNDS);
        assertThat(bank.tryToPay(ALICE, transfer(account, creditor, pounds("10.00"))))
                .isEmpty();
    }

    @Test
    void a_snapshot_has_the_fields_of_its_revision() {
        AccountId account = bank.open(ALICE).id();
        snapshotter.scheduleSnapshot(Account.class, account.toString());
        await().atMost(Duration.ofSeconds(10)).until(() -> snapshots(account) == 1);

        List<String> fields = database.sql("""
                        SELECT json_object_keys(payload) FROM eventlog.snapshot WHERE stream_id = :id
                        UNION ALL
                        SELECT 'funds.' || json_object_keys(payload -> 'funds') FROM eventlog.snapshot
                        WHERE stream_id = :id""")
                .param("id", account.toString())
                .query(String.class)
                .list();

        assertThat(fields)
                .as("Other fields make another revision: raise it in AccountConfiguration, then change this list")
                .containsExactlyInAnyOrder(
                        "sealed",
                        "accountId",
                        "opened",
                        "terms",
                        "funds",
                        "funds.posted",
                        "funds.holds",
                        "funds.spending",
                        "funds.recentOrders");
    }

    /** With no rights but the service's own. */
    private void forge(AccountId account, String truth, String lie) {
        int forged = database.sql("""
                        WITH gone AS (DELETE FROM eventlog.snapshot WHERE stream_id = :id RETURNING *)
                        INSERT INTO eventlog.snapshot
                        SELECT gone.event_id, gone.stream_type, gone.stream_id, last.sequence, gone.type, gone.revision,
                            gone.recorded_at, replace(gone.payload::text, :truth, :lie)::json, gone.metadata, gone.seal,
                            last.event_id
                        FROM gone JOIN eventlog.event last
                          ON last.stream_id = gone.stream_id AND last.sequence = gone.sequence - 1
                        WHERE gone.payload::text LIKE '%' || :truth || '%'""")
                .param("id", account.toString())
                .param("truth", truth)
                .param("lie", lie)
                .update();
        assertThat(forged).isEqualTo(1);
    }

    private long snapshots(AccountId account) {
        return database.sql("SELECT count(*) FROM eventlog.snapshot WHERE stream_id = ?")
                .param(account.toString())
                .query(Long.class)
                .single();
    }
}
