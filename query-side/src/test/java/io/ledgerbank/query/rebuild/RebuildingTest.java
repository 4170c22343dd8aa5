package io.ledgerbank.query.rebuild;

import static io.ledgerbank.query.Books.pounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.query.ReadModelTest;
import io.ledgerbank.query.account.AccountQueries;
import io.ledgerbank.query.account.EntryFilter;
import io.ledgerbank.query.payment.PaymentFilter;
import io.ledgerbank.query.payment.PaymentQueries;
import io.ledgerbank.query.projection.Feed;
import io.ledgerbank.query.projection.Projection;
import io.ledgerbank.query.projection.ProjectionName;
import io.ledgerbank.query.projection.ProjectionProcessors;
import io.ledgerbank.query.projection.Recorded;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** With read models of its own: other tests write into theirs what their log does not have. */
@TestPropertySource(properties = "spring.application.name=rebuilding")
class RebuildingTest extends ReadModelTest {

    private static final Caller ADMIN = new Caller(UserId.next(), Role.ADMIN);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    private Rebuilds rebuilds;

    @Autowired
    private ProjectionReports reports;

    @Autowired
    private ProjectionProcessors processors;

    @Autowired
    private ShadowTables shadows;

    @Autowired
    private AccountQueries accounts;

    @Autowired
    private PaymentQueries payments;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private PlatformTransactionManager transactionManager;

    @ParameterizedTest
    @EnumSource
    void clients_read_on_and_nothing_differs_while_a_projection_is_made_anew(ProjectionName projection)
            throws Exception {
        AccountId alices = books.open(alice);
        AccountId bobs = books.open(bob);
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger reads = new AtomicInteger();
        try (ExecutorService clients = Executors.newFixedThreadPool(2)) {
            Future<Integer> writing = clients.submit(() -> {
                int deposits = 0;
                while (!over.get()) {
                    books.deposit(alices, pounds("10"));
                    books.transfer(alices, bobs, pounds("1"));
                    books.attempt(books.order(alices, pounds("1")), 1);
                    deposits++;
                }
                return deposits;
            });
            await().until(() -> visible(alices));
            Future<?> reading = clients.submit(() -> {
                while (!over.get()) {
                    accounts.account(alices, asAlice);
                    accounts.entries(alices, everything(), first(5), asAlice);
                    accounts.holds(alices, first(5), asAlice);
                    payments.payments(any(), first(5), asAlice);
                    payments.stats(asAlice);
                    reads.incrementAndGet();
                }
            });

            Rebuild finished = finished(rebuilds.begin(projection, ADMIN));
            int before = reads.get();
            await().until(() -> reads.get() > before + 5 || reading.isDone());
            over.set(true);

            reading.get();
            int deposits = writing.get();
            assertThat(finished.differences()).isEmpty();
            assertThat(finished)
                    .extracting(Rebuild::state, Rebuild::differenceCount, Rebuild::failure)
                    .containsExactly(RebuildState.SWAPPED, Optional.of(0L), Optional.empty());
            allCaughtUp();
            assertThat(accounts.account(bobs, asBob).posted().minorUnits()).isEqualTo(100L * deposits);
            assertThat(accounts.account(alices, asAlice).held().minorUnits()).isEqualTo(100L * deposits);
        }
        assertThat(finished(rebuilds.begin(projection, ADMIN)).differenceCount())
                .as("what was written after the swap")
                .contains(0L);
    }

    @Test
    void a_bug_in_what_is_read_is_found_told_and_mended() {
        AccountId id = books.open(alice);
        PaymentId payment = books.deposit(id, pounds("100"));
        allCaughtUp();
        jdbc.sql("UPDATE readmodel.account SET posted = posted + 1 WHERE id = ?")
                .param(id.value())
                .update();
        jdbc.sql("DELETE FROM readmodel.entry WHERE payment_id = ?")
                .param(payment.value())
                .update();

        Rebuild ofAccounts = finished(rebuilds.begin(ProjectionName.ACCOUNTS, ADMIN));
        Rebuild ofEntries = finished(rebuilds.begin(ProjectionName.ENTRIES, ADMIN));

        assertThat(ofAccounts.differenceCount()).contains(1L);
        Difference account = ofAccounts.differences().getFirst();
        assertThat(account.table()).isEqualTo("account");
        assertThat(account.live().orElseThrow().get("posted").asLong()).isEqualTo(10_001);
        assertThat(account.rebuilt().orElseThrow().get("posted").asLong()).isEqualTo(10_000);
        assertThat(account.explainedBy().orElseThrow().streamId()).isEqualTo(id.toString());
        assertThat(account.explainedBy().orElseThrow().type()).contains("AccountCredited");
        assertThat(ofEntries.differences())
                .extracting(Difference::table, difference -> difference.live().isPresent())
                .containsExactly(tuple("entry", false));
        assertThat(accounts.account(id, asAlice).posted()).isEqualTo(pounds("100"));
        assertThat(accounts.entries(id, everything(), first(5), asAlice).items())
                .hasSize(1);
    }

    @Test
    void what_was_read_before_is_read_again_with_all_that_happened_since() {
        AccountId id = books.open(alice);
        books.deposit(id, pounds("100"));
        allCaughtUp();
        Rebuild swapped = finished(rebuilds.begin(ProjectionName.ACCOUNTS, ADMIN));
        books.deposit(id, pounds("5"));
        allCaughtUp();
        jdbc.sql("UPDATE readmodel.account SET posted = 0 WHERE id = ?")
                .param(id.value())
                .update();

        rebuilds.rollBack(ProjectionName.ACCOUNTS, swapped.id(), ADMIN);

        assertThat(finished(swapped).state()).isEqualTo(RebuildState.ROLLED_BACK);
        assertThat(accounts.account(id, asAlice).posted()).isEqualTo(pounds("105"));
        books.deposit(id, pounds("1"));
        allCaughtUp();
        assertThat(accounts.account(id, asAlice).posted()).isEqualTo(pounds("106"));
        refused(Reason.ALREADY_PROCESSED, () -> rebuilds.rollBack(ProjectionName.ACCOUNTS, swapped.id(), ADMIN));
        assertThat(finished(rebuilds.begin(ProjectionName.ACCOUNTS, ADMIN)).differenceCount())
                .contains(0L);
    }

    @Test
    void one_that_is_called_off_changes_nothing() throws SQLException {
        AccountId id = books.open(alice);
        allCaughtUp();
        Rebuild begun;
        try (Connection holding = dataSource.getConnection()) {
            holding.setAutoCommit(false);
            holding.createStatement().execute("SELECT FROM readmodel.projection WHERE name = 'accounts' FOR UPDATE");
            begun = rebuilds.begin(ProjectionName.ACCOUNTS, ADMIN);
            refused(Reason.REBUILD_RUNNING, () -> rebuilds.begin(ProjectionName.ACCOUNTS, ADMIN));
            await().atMost(PATIENCE)
                    .until(() -> rebuilds.find(ProjectionName.ACCOUNTS, begun.id(), STAFF)
                                    .state()
                            == RebuildState.COMPARING);
            jdbc.sql("UPDATE readmodel.next_account SET posted = 7").update();

            assertThat(rebuilds.cancel(ProjectionName.ACCOUNTS, begun.id(), ADMIN)
                            .state())
                    .isEqualTo(RebuildState.CANCELLED);
            holding.rollback();
        }
        Rebuild next = finished(rebuilds.begin(ProjectionName.ACCOUNTS, ADMIN));

        assertThat(next.differenceCount()).contains(0L);
        assertThat(rebuilds.find(ProjectionName.ACCOUNTS, begun.id(), STAFF).state())
                .isEqualTo(RebuildState.CANCELLED);
        assertThat(accounts.account(id, asAlice).posted().minorUnits()).isZero();
        refused(Reason.ALREADY_PROCESSED, () -> rebuilds.cancel(ProjectionName.ACCOUNTS, next.id(), ADMIN));
    }

    @Test
    void another_process_goes_on_where_one_was_killed() throws InterruptedException {
        AccountId id = books.open(alice);
        for (int i = 0; i < 20; i++) {
            books.deposit(id, pounds("1"));
        }
        allCaughtUp();
        RebuildTable dying = new RebuildTable(jdbc, Duration.ofSeconds(1));
        Claimed claimed = Objects.requireNonNull(new TransactionTemplate(transactionManager).execute(together -> {
            dying.add(ProjectionName.ACCOUNTS, "somebody", Instant.EPOCH);
            return dying.claim(List.of(ProjectionName.ACCOUNTS)).orElseThrow();
        }));
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            Rebuilding killed =
                    RebuildConfiguration.carryingOut(dying, shadows, database, jdbc, dataSource, threads, 5);
            assertThatExceptionOfType(Killed.class)
                    .isThrownBy(
                            () -> killed.run(claimed, mortal(processors.feeds().get(ProjectionName.ACCOUNTS))));
        }
        long reached = jdbc.sql("SELECT position FROM readmodel.rebuild WHERE id = ?")
                .param(claimed.id())
                .query(Long.class)
                .single();
        assertThat(reached).isPositive();

        Rebuild finished = finished(rebuilds.find(ProjectionName.ACCOUNTS, claimed.id(), ADMIN));

        assertThat(finished.differences()).isEmpty();
        assertThat(finished.state()).isEqualTo(RebuildState.SWAPPED);
        assertThat(jdbc.sql("SELECT running_from FROM readmodel.rebuild WHERE id = ?")
                        .param(claimed.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(reached);
        assertThatExceptionOfType(NotOursException.class).isThrownBy(() -> dying.move(claimed.at(reached), reached));
    }

    @Test
    void a_new_version_has_its_rows_made_anew_once() {
        allCaughtUp();
        ProjectionName projection = ProjectionName.APPROVALS;
        jdbc.sql("DELETE FROM readmodel.rebuild WHERE projection = ?")
                .param(projection.code())
                .update();
        jdbc.sql("UPDATE readmodel.projection SET version = 0 WHERE name = ?")
                .param(projection.code())
                .update();

        rebuilds.beginOutdated();
        rebuilds.beginOutdated();

        List<Rebuild> begun = rebuilds.of(projection, STAFF).items();
        assertThat(begun).hasSize(1);
        assertThat(finished(begun.getFirst()).requestedBy()).isEqualTo("system");
        assertThat(reports.all(STAFF))
                .filteredOn(report -> report.name() == projection)
                .extracting(ProjectionReport::version)
                .containsExactly(projection.version());
        rebuilds.beginOutdated();
        assertThat(rebuilds.of(projection, STAFF).items()).hasSize(1);
    }

    @Test
    void administrators_act_staff_looks_and_others_do_neither() {
        refused(Reason.INSUFFICIENT_PERMISSIONS, () -> rebuilds.begin(ProjectionName.SAGAS, STAFF));
        refused(Reason.INSUFFICIENT_PERMISSIONS, () -> rebuilds.of(ProjectionName.SAGAS, asAlice));
        refused(Reason.INSUFFICIENT_PERMISSIONS, () -> reports.all(asAlice));
        refused(Reason.REBUILD_NOT_FOUND, () -> rebuilds.find(ProjectionName.SAGAS, UUID.randomUUID(), STAFF));
        assertThat(reports.all(STAFF)).extracting(ProjectionReport::name).contains(ProjectionName.values());
    }

    private static final class Killed extends Error {

        private static final long serialVersionUID = 1L;
    }

    /** Does not live to write its third page. */
    private static <E> Feed<E> mortal(Feed<E> feed) {
        AtomicInteger pages = new AtomicInteger();
        return new Feed<>(feed.name(), tables -> mortal(feed.into(tables), pages), feed.log());
    }

    private static <E> Projection<E> mortal(Projection<E> projection, AtomicInteger pages) {
        return new Projection<>() {
            @Override
            public Class<E> events() {
                return projection.events();
            }

            @Override
            public boolean concerns(E event) {
                return projection.concerns(event);
            }

            @Override
            public void write(List<Recorded<E>> batch) {
                projection.write(batch);
                if (pages.incrementAndGet() == 3) {
                    throw new Killed();
                }
            }
        };
    }

    private Rebuild finished(Rebuild rebuild) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> rebuilds.find(rebuild.projection(), rebuild.id(), STAFF), now -> switch (now.state()) {
                    case RUNNING, COMPARING, ROLLING_BACK -> false;
                    case SWAPPED, ROLLED_BACK, CANCELLED, FAILED -> true;
                });
    }

    private boolean visible(AccountId id) {
        try {
            return accounts.account(id, asAlice).posted().isPositive();
        } catch (RejectedException notYet) {
            return false;
        }
    }

    private static void refused(Reason reason, Runnable act) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(act::run)
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    private static EntryFilter everything() {
        return new EntryFilter(Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static PaymentFilter any() {
        return new PaymentFilter(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
