package io.ledgerbank.query.projection;

import static io.ledgerbank.query.Books.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.approval.ApprovalGranted;
import io.ledgerbank.api.approval.ApprovalRequested;
import io.ledgerbank.api.approval.Proposal;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.ApprovalId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.query.ReadModelTest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ReplayTest extends ReadModelTest {

    private static final List<String> TABLES =
            List.of("account", "hold", "entry", "internal_entry", "ledger_sum", "payment", "saga", "approval");

    @Autowired
    private EventProcessingConfiguration processing;

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

        withProcessorsStopped(
                () -> jdbc.sql("DELETE FROM readmodel.token_entry").update());
        allCaughtUp();

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void a_replay_from_nothing_makes_the_same_rows() {
        Map<String, List<Map<String, Object>>> before = rows();

        withProcessorsStopped(() -> {
            jdbc.sql("DELETE FROM readmodel.token_entry").update();
            TABLES.forEach(table -> jdbc.sql("TRUNCATE readmodel." + table).update());
        });
        allCaughtUp();

        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void each_projection_has_one_thread_of_its_own_that_the_log_wakes() {
        for (ProjectionName name : ProjectionName.values()) {
            assertThat(processing.eventProcessor(name.code(), TrackingEventProcessor.class))
                    .hasValueSatisfying(processor -> {
                        assertThat(processor.isRunning()).isTrue();
                        assertThat(processor.maxCapacity()).isEqualTo(1);
                    });
        }
        assertThat(processing.eventProcessors()).hasSize(ProjectionName.values().length);
    }

    private void withProcessorsStopped(Runnable work) {
        processing.eventProcessors().values().forEach(EventProcessor::shutDown);
        work.run();
        processing.eventProcessors().values().forEach(EventProcessor::start);
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
