package io.ledgerbank.command.eventlog;

import static io.ledgerbank.command.testing.People.ALICE;
import static io.ledgerbank.command.testing.People.TELLER;
import static io.ledgerbank.command.testing.People.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.payment.PaymentDetails;
import io.ledgerbank.command.testing.CommandSideTest;
import io.ledgerbank.command.testing.TestBank;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@CommandSideTest
class AppendingTest {

    private final TestBank bank;
    private final JdbcClient database;
    private final EventStore store;

    AppendingTest(TestBank bank, JdbcClient database, EventStore store) {
        this.bank = bank;
        this.database = database;
        this.store = store;
    }

    @Test
    void an_event_is_a_row_of_plain_json() {
        AccountId account = bank.open(ALICE).id();

        Map<String, Object> row = database.sql("SELECT * FROM eventlog.event WHERE stream_id = ?")
                .param(account.toString())
                .query()
                .singleRow();

        assertThat(row)
                .containsEntry("stream_type", "Account")
                .containsEntry("sequence", 0L)
                .containsEntry("type", "AccountOpened");
        JsonNode payload = JsonMapper.shared().readTree(row.get("payload").toString());
        assertThat(payload.path("accountId").asString()).isEqualTo(account.toString());
        assertThat(payload.at("/limits/singleLimit/amount").asString()).isEqualTo("10000.00");
        assertThat(row.get("payload").toString()).doesNotContain("@class");
    }

    @Test
    void the_time_of_an_event_is_a_time_and_survives_the_database() {
        AccountId account = bank.open(ALICE).id();

        OffsetDateTime recorded = database.sql("SELECT recorded_at FROM eventlog.event WHERE stream_id = ?")
                .param(account.toString())
                .query(OffsetDateTime.class)
                .single();

        Instant read = store.readEvents(account.toString()).next().getTimestamp();
        assertThat(read).isEqualTo(recorded.toInstant());
        assertThat(read).isBetween(Instant.now().minus(Duration.ofMinutes(5)), Instant.now());
    }

    @Test
    void the_events_of_one_payment_stand_together_in_the_order_in_which_they_were_decided() {
        AccountId debtor = bank.openWith(ALICE, pounds("10.00"));
        AccountId creditor = bank.open(ALICE).id();
        PaymentDetails payment = bank.pay(ALICE, TestBank.transfer(debtor, creditor, pounds("1.00")));

        List<String> types = database.sql("""
                        SELECT type FROM eventlog.event
                        WHERE position >= (SELECT min(position) FROM eventlog.event WHERE stream_id = ?)
                        ORDER BY position LIMIT 4""")
                .param(payment.id().toString())
                .query(String.class)
                .list();

        assertThat(types).containsExactly("PaymentCreated", "AccountDebited", "AccountCredited", "PaymentCompleted");
    }

    @Test
    void what_was_written_is_read_back_the_same() {
        AccountId account = bank.openWith(TELLER, pounds("10.00"));

        assertThat(store.readEvents(account.toString()).asStream())
                .extracting(event -> event.getPayload().getClass().getSimpleName())
                .containsExactly("AccountOpened", "AccountCredited");
    }

    @Test
    void a_position_is_found_by_time() {
        AccountId account = bank.open(ALICE).id();
        Instant recorded = store.readEvents(account.toString()).next().getTimestamp();

        assertThat(store.createTokenAt(recorded).position().orElseThrow())
                .isLessThan(store.createHeadToken().position().orElseThrow());
    }
}
