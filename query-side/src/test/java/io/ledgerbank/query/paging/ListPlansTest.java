package io.ledgerbank.query.paging;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.account.AccountId;
import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.ledger.Direction;
import io.ledgerbank.api.payment.PaymentStatus;
import io.ledgerbank.api.payment.PaymentType;
import io.ledgerbank.api.payment.Step;
import io.ledgerbank.query.Books;
import io.ledgerbank.query.ReadModelTest;
import io.ledgerbank.query.ReadStatements;
import io.ledgerbank.query.account.AccountQueries;
import io.ledgerbank.query.account.EntryFilter;
import io.ledgerbank.query.audit.EventFilter;
import io.ledgerbank.query.audit.EventLog;
import io.ledgerbank.query.payment.PaymentFilter;
import io.ledgerbank.query.payment.PaymentQueries;
import io.ledgerbank.query.payment.SagaFilter;
import io.ledgerbank.query.payment.SagaQueries;
import io.ledgerbank.query.payment.SagaState;
import io.ledgerbank.query.projection.ProjectionName;
import io.ledgerbank.testing.TestPostgres;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.jdbc.PreferQueryMode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** Asks PostgreSQL, over tables of some size, how it would run the very statements that the lists run. */
class ListPlansTest extends ReadModelTest {

    private static final Optional<Instant> FROM = Optional.of(Instant.parse("2026-01-01T00:00:00Z"));
    private static final Optional<Instant> TO = Optional.of(Instant.parse("2026-02-01T00:00:00Z"));
    private static final Timestamp YEARS_END = Timestamp.from(Instant.parse("2026-12-31T00:00:00Z"));
    private static final Pattern PLACEHOLDER = Pattern.compile("\\?");

    private static JdbcClient filled;

    @Autowired
    private AccountQueries accounts;

    @Autowired
    private PaymentQueries payments;

    @Autowired
    private SagaQueries sagas;

    @Autowired
    private EventLog log;

    private AccountId account;

    @BeforeAll
    static void fill_tables() {
        var database = TestPostgres.freshDatabase("eventlog", "readmodel");
        var dataSource = (PGSimpleDataSource) database.ownerDataSource();
        dataSource.setUser(database.username());
        dataSource.setPassword(database.password());
        dataSource.setPreferQueryMode(PreferQueryMode.SIMPLE);
        new ResourceDatabasePopulator(new ClassPathResource("fill-tables.sql")).execute(dataSource);
        filled = JdbcClient.create(dataSource);
    }

    @BeforeEach
    void an_account_to_ask_for() {
        account = books.open(alice);
        caughtUp(ProjectionName.ACCOUNTS);
    }

    @Test
    void accounts_of_an_owner() {
        accounts.accounts(asAlice, first(20));
        assertOrderedBy("account_by_owner");
    }

    @Test
    void accounts_of_everybody() {
        accounts.accounts(STAFF, first(20));
        assertOrderedBy("account_by_opening");
    }

    @Test
    void entries_of_an_account() {
        accounts.entries(
                account, new EntryFilter(Optional.empty(), Optional.empty(), Optional.empty()), first(20), STAFF);
        assertOrderedBy("entry_by_booking");
        accounts.entries(
                account,
                new EntryFilter(Optional.of(LocalDate.EPOCH), Optional.of(Books.TODAY), Optional.of(Direction.CREDIT)),
                after("readmodel.entry", "2026-11-22"),
                STAFF);
        assertOrderedBy("entry_by_booking");
    }

    @Test
    void payments_of_an_owner() {
        payments.payments(
                new PaymentFilter(Optional.empty(), Optional.of(PaymentStatus.FAILED), Optional.empty(), FROM, TO),
                after("readmodel.payment", "2026-01-15T00:00:00Z"),
                asAlice);
        assertOrderedBy("payment_by_owner");
    }

    @Test
    void payments_of_everybody() {
        payments.payments(
                new PaymentFilter(Optional.empty(), Optional.empty(), Optional.of(PaymentType.PAYMENT), FROM, TO),
                first(20),
                STAFF);
        assertOrderedBy("payment_by_creation");
    }

    @Test
    void payments_of_an_account_on_either_side() {
        payments.payments(
                new PaymentFilter(Optional.of(account), Optional.empty(), Optional.empty(), Optional.empty(), TO),
                after("readmodel.payment", "2026-01-15T00:00:00Z"),
                STAFF);

        assertThat(plan()).contains("payment_by_debtor", "payment_by_creditor").doesNotContain("Seq Scan");
    }

    @Test
    void sagas_in_a_state() {
        sagas.sagas(sagas(Optional.of(SagaState.STUCK), Optional.empty()), first(20), STAFF);
        assertOrderedBy("saga_by_state", "STUCK", YEARS_END);
    }

    @Test
    void sagas_of_a_bank() {
        sagas.sagas(sagas(Optional.empty(), Optional.of(new BankCode("SIMBANK"))), first(20), STAFF);
        assertOrderedBy("saga_by_bank", "BANK7", YEARS_END);
    }

    @Test
    void sagas_of_some_age() {
        sagas.sagas(sagas(Optional.empty(), Optional.empty()), after("readmodel.saga", "2026-01-15T00:00:00Z"), STAFF);
        assertOrderedBy("saga_by_start");
    }

    @Test
    void sagas_by_every_filter_at_once() {
        sagas.sagas(
                new SagaFilter(
                        Optional.of(SagaState.WAITING),
                        Optional.of(Step.INQUIRE),
                        Optional.of(Reason.TIMEOUT),
                        Optional.of(new BankCode("SIMBANK")),
                        Optional.of(Duration.ofMinutes(5))),
                first(20),
                STAFF);
        assertThat(plan()).contains("saga_by_").doesNotContain("Seq Scan");
    }

    @Test
    void the_saga_that_is_stuck_for_longest() {
        sagas.summary(STAFF);
        assertOrderedBy("saga_by_state", "STUCK", 1);
    }

    @Test
    void events_of_the_log() {
        log.events(events(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()), afterEvent(), STAFF);
        assertOrderedBy("event_pkey");
    }

    @Test
    void events_of_a_type_and_a_conversation() {
        log.events(events(Optional.of("AccountOpened"), FROM, TO, Optional.of("conversation")), afterEvent(), STAFF);
        assertThat(plan()).contains("event_pkey").doesNotContain("Seq Scan");
    }

    @Test
    void events_of_a_stream() {
        log.events(
                new EventFilter(
                        Optional.of("stream"), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                first(20),
                STAFF);

        assertThat(plan()).contains("event_stream_id_sequence_key").doesNotContain("Seq Scan");
    }

    @Test
    void the_plan_of_a_statement_without_an_index_is_seen_as_such() {
        assertThat(explain("SELECT * FROM readmodel.saga WHERE attempts = ? ORDER BY updated_at DESC LIMIT 20"))
                .contains("Seq Scan", "Sort");
    }

    private static SagaFilter sagas(Optional<SagaState> state, Optional<BankCode> bank) {
        return new SagaFilter(state, Optional.empty(), Optional.empty(), bank, Optional.of(Duration.ofMinutes(5)));
    }

    private static Paging after(String table, String key) {
        return new Paging(20, Optional.of(new Cursor(table, List.of(key, "40000")).encoded()));
    }

    private static Paging afterEvent() {
        return new Paging(20, Optional.of(new Cursor("eventlog.event", List.of("40000")).encoded()));
    }

    private static EventFilter events(
            Optional<String> type, Optional<Instant> from, Optional<Instant> to, Optional<String> conversation) {
        return new EventFilter(Optional.empty(), type, from, to, conversation);
    }

    private static void assertOrderedBy(String index) {
        assertThat(plan()).contains(index).doesNotContain("Seq Scan", "Sort");
    }

    /** For values that are much rarer than the others of their column. */
    private static void assertOrderedBy(String index, Object... values) {
        assertThat(lines("EXPLAIN " + ReadStatements.last(), values))
                .contains(index)
                .doesNotContain("Seq Scan", "Sort");
    }

    private static String plan() {
        return explain(ReadStatements.last());
    }

    private static String explain(String sql) {
        var parameters = new AtomicInteger();
        String numbered = PLACEHOLDER.matcher(sql).replaceAll(found -> "\\$" + parameters.incrementAndGet());
        return lines("EXPLAIN (GENERIC_PLAN) " + numbered);
    }

    private static String lines(String explain, Object... values) {
        return String.join(
                "\n", filled.sql(explain).params(values).query(String.class).list());
    }
}
