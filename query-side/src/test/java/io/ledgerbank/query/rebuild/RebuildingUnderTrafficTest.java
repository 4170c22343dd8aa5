package io.ledgerbank.query.rebuild;

import static io.ledgerbank.query.Books.pounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.query.payment.PaymentFilter;
import io.ledgerbank.query.payment.PaymentQueries;
import io.ledgerbank.query.projection.Feed;
import io.ledgerbank.query.projection.Projection;
import io.ledgerbank.query.projection.ProjectionName;
import io.ledgerbank.query.projection.ProjectionProcessors;
import io.ledgerbank.query.projection.Recorded;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class RebuildingUnderTrafficTest extends RebuildCase {

    @Autowired
    private ProjectionProcessors processors;

    @Autowired
    private ShadowTables shadows;

    @Autowired
    private PaymentQueries payments;

    @Autowired
    private JdbcTemplate database;

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

    private boolean visible(AccountId id) {
        try {
            return accounts.account(id, asAlice).posted().isPositive();
        } catch (RejectedException notYet) {
            return false;
        }
    }

    private static PaymentFilter any() {
        return new PaymentFilter(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
