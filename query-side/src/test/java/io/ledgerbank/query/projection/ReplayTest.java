package io.ledgerbank.query.projection;

import static io.ledgerbank.query.Books.pounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ledgerbank.api.approval.ApprovalGranted;
import io.ledgerbank.api.approval.ApprovalRequested;
import io.ledgerbank.api.approval.Proposal;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.ApprovalId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.StandingOrderId;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.Priority;
import io.ledgerbank.api.standingorder.DueRun;
import io.ledgerbank.api.standingorder.Frequency;
import io.ledgerbank.api.standingorder.Recurrence;
import io.ledgerbank.api.standingorder.StandingOrderPlaced;
import io.ledgerbank.api.standingorder.StandingOrderRan;
import io.ledgerbank.query.ReadModelTest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ReplayTest extends ReadModelTest {

    private static final List<String> TABLES = List.of(
            "account",
            "hold",
            "entry",
            "internal_entry",
            "ledger_sum",
            "payment",
            "saga",
            "approval",
            "standing_order",
            "standing_order_run");

    @Autowired
    private ProjectionProcessors processors;

    @Autowired
    private PlatformTransactionManager transactions;

    @BeforeEach
    void something_of_everything_has_happened() {
        AccountId alices = books.open(alice);
        AccountId bobs = books.open(bob);
        books.deposit(alices, pounds("100"));
        books.transfer(alices, bobs, pounds("30"));
        books.withdraw(bobs, pounds("5"));
        PaymentId settled = books.order(alices, pounds("20"));
        books.attempt(settled, 1);
        books.failAttempt(settled, 1);
        books.attempt(settled, 2);
        books.settle(settled, alices, pounds("20"));
        PaymentId refused = books.order(alices, pounds("10"));
        books.attempt(refused, 1);
        books.refuse(refused, alices, pounds("10"));
        PaymentId stuck = books.order(alices, pounds("10"));
        books.attempt(stuck, 1);
        books.loseAnswer(stuck, 1, 1);
        books.park(stuck, 1);
        StandingOrderId rent = StandingOrderId.next();
        DueRun run = new DueRun(1, LocalDate.parse("2026-11-22"), Instant.parse("2026-11-22T06:00:00Z"));
        books.append(
                new StandingOrderPlaced(
                        rent,
                        new PaymentOrder.Transfer(alices, bobs, pounds("5"), "Rent", Optional.empty(), Priority.NORMAL),
                        new Recurrence(Frequency.DAILY, run.date(), Optional.empty(), Optional.of(1)),
                        asAlice,
                        run,
                        run.dueAt()),
                new StandingOrderRan(rent, run, Optional.of(settled), Optional.empty(), run.dueAt(), Optional.empty()));
        ApprovalId unfreezing = ApprovalId.next();
        books.append(
                new ApprovalRequested(
                        unfreezing,
                        new Proposal.Unfreezing(alices),
                        "All is well",
                        bob,
                        Instant.parse("2026-11-22T12:00:00Z"),
                        Instant.parse("2026-11-29T12:00:00Z")),
                new ApprovalGranted(unfreezing, alice, Instant.parse("2026-11-22T12:00:01Z")));
        allCaughtUp();
    }

    @Test
    void a_replay_over_the_rows_changes_none() {
        Map<String, List<Map<String, Object>>> before = rows();

        jdbc.sql("DELETE FROM readmodel.projection").update();
        allCaughtUp();

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void a_replay_from_nothing_makes_the_same_rows() {
        Map<String, List<Map<String, Object>>> before = rows();

        new TransactionTemplate(transactions).executeWithoutResult(emptying -> {
            jdbc.sql("DELETE FROM readmodel.projection").update();
            TABLES.forEach(table -> jdbc.sql("TRUNCATE readmodel." + table).update());
        });
        allCaughtUp();

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void each_projection_follows_the_log_by_itself() {
        assertThat(processors.states())
                .extracting(ProjectionState::name, ProjectionState::activity)
                .containsExactlyElementsOf(Arrays.stream(ProjectionName.values())
                        .map(name -> tuple(name, ProjectionState.Activity.FOLLOWING))
                        .toList());
    }

    private Map<String, List<Map<String, Object>>> rows() {
        Map<String, List<Map<String, Object>>> rows = new LinkedHashMap<>();
        for (String table : TABLES) {
            List<Map<String, Object>> sorted = jdbc.sql("SELECT * FROM readmodel." + table + " ORDER BY 1, 2")
                    .query()
                    .listOfRows();
            assertThat(sorted).as(table).isNotEmpty();
            rows.put(table, sorted);
        }
        return rows;
    }
}
