package io.ledgerbank.command.idempotency;

import static io.ledgerbank.command.testing.People.ALICE;
import static io.ledgerbank.command.testing.People.BOB;
import static io.ledgerbank.command.testing.People.pounds;
import static io.ledgerbank.command.testing.TestBank.transfer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.payment.PaymentDetails;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.Priority;
import io.ledgerbank.command.testing.CommandSideTest;
import io.ledgerbank.command.testing.RepeatingClient;
import io.ledgerbank.command.testing.TestBank;
import io.ledgerbank.testing.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The other node is a connection of the test's own, between its INSERT and its COMMIT. */
@CommandSideTest
class AnsweringOnSeveralNodesTest {

    private final TestBank bank;
    private final RepeatingClient client;
    private final JdbcClient database;
    private final Connection otherNode;

    private AccountId alices;
    private AccountId bobs;

    AnsweringOnSeveralNodesTest(TestBank bank, RepeatingClient client, JdbcClient database, TestDatabase testDatabase)
            throws SQLException {
        this.bank = bank;
        this.client = client;
        this.database = database;
        this.otherNode = testDatabase.dataSource().getConnection();
        otherNode.setAutoCommit(false);
    }

    @BeforeEach
    void alice_has_a_hundred_pounds() {
        alices = bank.openWith(ALICE, pounds("100.00"));
        bobs = bank.open(BOB).id();
        client.begin();
    }

    @AfterEach
    void the_other_node_goes_away() throws SQLException {
        otherNode.rollback();
        otherNode.close();
    }

    @Test
    void a_key_that_another_node_is_deciding_is_in_flight_and_nothing_happens_here() throws SQLException {
        PaymentOrder order = transfer(alices, bobs, pounds("10.00"));
        otherNodeAnswers(order, bank.pay(ALICE, transfer(alices, bobs, pounds("1.00"))));
        long events = bank.events();

        inFlight(order);

        assertThat(bank.events()).isEqualTo(events);
        otherNode.rollback();
        assertThat(client.pay(ALICE, "key", order).amount()).isEqualTo(pounds("10.00"));
    }

    @Test
    void an_answer_that_another_node_commits_first_is_the_answer_here_too() throws Exception {
        PaymentOrder order = transfer(alices, bobs, pounds("10.00"));
        PaymentDetails theirs = bank.pay(ALICE, order);
        otherNodeAnswers(order, theirs);

        CompletableFuture<PaymentDetails> answer = CompletableFuture.supplyAsync(() -> client.pay(ALICE, "key", order));
        awaitSomebodyWaiting();
        otherNode.commit();

        assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(theirs);
        assertThat(client.replays()).isEqualTo(1);
        assertThat(bank.posted(alices)).as("only the other node's payment").isEqualTo(9000);
    }

    @Test
    void a_refusal_gives_way_to_an_answer_that_another_node_commits_first() throws Exception {
        PaymentOrder tooMuch = transfer(alices, bobs, pounds("5000.00"));
        PaymentDetails theirs = bank.pay(ALICE, transfer(alices, bobs, pounds("1.00")));
        otherNodeAnswers(tooMuch, theirs);

        CompletableFuture<PaymentDetails> answer =
                CompletableFuture.supplyAsync(() -> client.pay(ALICE, "key", tooMuch));
        awaitSomebodyWaiting();
        otherNode.commit();

        assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(theirs);
    }

    @Test
    void a_key_that_this_node_is_deciding_is_in_flight_at_once() throws Exception {
        PaymentOrder order = new PaymentOrder.Transfer(
                alices, bobs, pounds("10.00"), "Rent", Optional.of("RENT-11"), Priority.NORMAL);
        try (PreparedStatement claim = otherNode.prepareStatement(
                "INSERT INTO eventlog.claim (kind, key, holder) VALUES ('end_to_end_id', ?, 'other')")) {
            claim.setString(1, alices + "/RENT-11");
            claim.executeUpdate();
        }
        CompletableFuture<PaymentDetails> first = CompletableFuture.supplyAsync(() -> client.pay(ALICE, "key", order));
        awaitSomebodyWaiting();

        inFlight(order);

        otherNode.rollback();
        assertThat(first.get(10, TimeUnit.SECONDS).amount()).isEqualTo(pounds("10.00"));
    }

    private void inFlight(PaymentOrder order) {
        assertThatThrownBy(() -> client.pay(ALICE, "key", order))
                .isInstanceOfSatisfying(RejectedException.class, rejected -> assertThat(rejected.reason())
                        .isEqualTo(Reason.IDEMPOTENCY_KEY_IN_FLIGHT));
    }

    private void otherNodeAnswers(PaymentOrder order, PaymentDetails answer) throws SQLException {
        RepeatableRequest request = client.request(ALICE, "key", order);
        try (PreparedStatement claim = otherNode.prepareStatement("""
                INSERT INTO eventlog.claim (kind, key, holder, request, sequence)
                VALUES ('idempotency', ?, ?, ?, 1)""")) {
            claim.setString(1, request.key());
            claim.setString(2, answer.id().toString());
            claim.setBytes(3, HexFormat.of().parseHex(request.fingerprint()));
            claim.executeUpdate();
        }
    }

    private void awaitSomebodyWaiting() {
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> database.sql(
                                        "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()")
                                .query(Long.class)
                                .single()
                        > 0);
    }
}
