package io.ledgerbank.query.paging;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.approval.ApprovalState;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.StandingOrderId;
import io.ledgerbank.api.ledger.Direction;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.PaymentStatus;
import io.ledgerbank.api.payment.PaymentType;
import io.ledgerbank.api.payment.Priority;
import io.ledgerbank.api.standingorder.DueRun;
import io.ledgerbank.api.standingorder.Frequency;
import io.ledgerbank.api.standingorder.Recurrence;
import io.ledgerbank.api.standingorder.StandingOrderPlaced;
import io.ledgerbank.api.standingorder.StandingOrderStatus;
import io.ledgerbank.query.Books;
import io.ledgerbank.query.ReadModelTest;
import io.ledgerbank.query.account.AccountQueries;
import io.ledgerbank.query.account.EntryFilter;
import io.ledgerbank.query.approval.ApprovalQueries;
import io.ledgerbank.query.audit.EventFilter;
import io.ledgerbank.query.audit.EventLog;
import io.ledgerbank.query.payment.PaymentFilter;
import io.ledgerbank.query.payment.PaymentQueries;
import io.ledgerbank.query.projection.ProjectionName;
import io.ledgerbank.query.standingorder.StandingOrderQueries;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How PostgreSQL would run, over tables of some size, the very statements that the lists run. */
class ListPlansTest extends ReadModelTest {

    private static final Optional<Instant> FROM = Optional.of(Instant.parse("2026-01-01T00:00:00Z"));
    private static final Optional<Instant> TO = Optional.of(Instant.parse("2026-02-01T00:00:00Z"));

    @Autowired
    private AccountQueries accounts;

    @Autowired
    private PaymentQueries payments;

    @Autowired
    private ApprovalQueries approvals;

    @Autowired
    private StandingOrderQueries orders;

    @Autowired
    private EventLog log;

    private AccountId account;

    @BeforeEach
    void an_account_to_ask_for() {
        account = books.open(alice);
        caughtUp(ProjectionName.ACCOUNTS);
    }

    @Test
    void accounts_of_an_owner() {
        accounts.accounts(asAlice, first(20));
        Plans.assertOrderedBy("account_by_owner");
    }

    @Test
    void accounts_of_everybody() {
        accounts.accounts(STAFF, first(20));
        Plans.assertOrderedBy("account_by_opening");
    }

    @Test
    void entries_of_an_account() {
        accounts.entries(
                account, new EntryFilter(Optional.empty(), Optional.empty(), Optional.empty()), first(20), STAFF);
        Plans.assertOrderedBy("entry_by_booking");
        accounts.entries(
                account,
                new EntryFilter(Optional.of(LocalDate.EPOCH), Optional.of(Books.TODAY), Optional.of(Direction.CREDIT)),
                after("entry", "2026-11-22"),
                STAFF);
        Plans.assertOrderedBy("entry_by_booking");
    }

    @Test
    void open_holds_of_an_account() {
        accounts.holds(account, first(20), STAFF);
        Plans.assertOrderedBy("hold_open");
    }

    @Test
    void payments_of_an_owner() {
        payments.payments(
                new PaymentFilter(Optional.empty(), Optional.of(PaymentStatus.FAILED), Optional.empty(), FROM, TO),
                after("payment", "2026-01-15T00:00:00Z"),
                asAlice);
        Plans.assertOrderedBy("payment_by_owner");
    }

    @Test
    void approvals_in_a_state() {
        approvals.approvals(Optional.of(ApprovalState.PENDING), first(20), STAFF);
        Plans.assertOrderedBy("approval_by_state");
    }

    @Test
    void approvals_of_all_states() {
        approvals.approvals(Optional.empty(), after("approval", "2026-01-15T00:00:00Z"), STAFF);
        Plans.assertOrderedBy("approval_by_request");
    }

    @Test
    void payments_of_everybody() {
        payments.payments(
                new PaymentFilter(Optional.empty(), Optional.empty(), Optional.of(PaymentType.PAYMENT), FROM, TO),
                first(20),
                STAFF);
        Plans.assertOrderedBy("payment_by_creation");
    }

    @Test
    void payments_of_an_account_on_either_side() {
        payments.payments(
                new PaymentFilter(Optional.of(account), Optional.empty(), Optional.empty(), Optional.empty(), TO),
                after("payment", "2026-01-15T00:00:00Z"),
                STAFF);

        assertThat(Plans.ofLast())
                .contains("payment_by_debtor", "payment_by_creditor")
                .doesNotContain("Seq Scan");
    }

    @Test
    void standing_orders_of_an_owner() {
        orders.orders(
                Optional.of(StandingOrderStatus.ACTIVE), after("standing_order", "2026-01-15T00:00:00Z"), asAlice);
        assertThat(Plans.ofLast()).contains("standing_order_by_owner").doesNotContain("Seq Scan");
    }

    @Test
    void runs_of_a_standing_order() {
        StandingOrderId id = StandingOrderId.next();
        DueRun run = new DueRun(1, Books.TODAY, Books.NOW);
        books.append(new StandingOrderPlaced(
                id,
                new PaymentOrder.Transfer(
                        account, AccountId.next(), Books.pounds("5"), "Rent", Optional.empty(), Priority.NORMAL),
                new Recurrence(Frequency.DAILY, run.date(), Optional.empty(), Optional.empty()),
                asAlice,
                run,
                run.dueAt()));
        caughtUp(ProjectionName.STANDING_ORDERS);

        orders.runs(id, first(20), asAlice);

        Plans.assertOrderedBy("standing_order_run_by_order");
        assertThat(Plans.ofAny("SELECT id, status, due_at, last_reason FROM readmodel.payment WHERE id = ANY (?)"))
                .contains("payment_pkey")
                .doesNotContain("Seq Scan");
    }

    @Test
    void events_of_the_log() {
        log.events(events(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()), afterEvent(), STAFF);
        Plans.assertOrderedBy("event_pkey");
    }

    @Test
    void events_of_a_type_and_a_conversation() {
        log.events(events(Optional.of("AccountOpened"), FROM, TO, Optional.of("conversation")), afterEvent(), STAFF);
        assertThat(Plans.ofLast()).contains("event_pkey").doesNotContain("Seq Scan");
    }

    @Test
    void events_of_a_stream() {
        log.events(
                new EventFilter(
                        Optional.of("stream"), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                first(20),
                STAFF);

        assertThat(Plans.ofLast()).contains("event_stream_id_sequence_key").doesNotContain("Seq Scan");
    }

    @Test
    void the_plan_of_a_statement_without_an_index_is_seen_as_such() {
        assertThat(Plans.ofAny("SELECT * FROM readmodel.saga WHERE attempts = ? ORDER BY updated_at DESC LIMIT 20"))
                .contains("Seq Scan", "Sort");
    }

    private static Paging after(String table, String key) {
        return new Paging(20, Optional.of(new Cursor(table, List.of(key, "40000")).encoded()));
    }

    private static Paging afterEvent() {
        return new Paging(20, Optional.of(new Cursor("event", List.of("40000")).encoded()));
    }

    private static EventFilter events(
            Optional<String> type, Optional<Instant> from, Optional<Instant> to, Optional<String> conversation) {
        return new EventFilter(Optional.empty(), type, from, to, conversation);
    }
}
