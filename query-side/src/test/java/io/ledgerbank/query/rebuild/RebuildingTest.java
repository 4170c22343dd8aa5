package io.ledgerbank.query.rebuild;

import static io.ledgerbank.query.Books.pounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.query.projection.ProjectionName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class RebuildingTest extends RebuildCase {

    @Autowired
    private ProjectionReports reports;

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
        whoeverFeedsItBeginsAnew(ProjectionName.ACCOUNTS);
        books.deposit(id, pounds("10"));
        allCaughtUp();

        Rebuild ofAccounts = finished(rebuilds.begin(ProjectionName.ACCOUNTS, ADMIN));
        Rebuild ofEntries = finished(rebuilds.begin(ProjectionName.ENTRIES, ADMIN));

        assertThat(ofAccounts.differenceCount()).contains(1L);
        Difference account = ofAccounts.differences().getFirst();
        assertThat(account.table()).isEqualTo("account");
        assertThat(account.live().orElseThrow().get("posted").asLong()).isEqualTo(11_001);
        assertThat(account.rebuilt().orElseThrow().get("posted").asLong()).isEqualTo(11_000);
        assertThat(account.explainedBy().orElseThrow().streamId()).isEqualTo(id.toString());
        assertThat(account.explainedBy().orElseThrow().type()).contains("AccountCredited");
        assertThat(ofEntries.differences())
                .extracting(Difference::table, difference -> difference.live().isPresent())
                .containsExactly(tuple("entry", false));
        assertThat(accounts.account(id, asAlice).posted()).isEqualTo(pounds("110"));
        assertThat(accounts.entries(id, everything(), first(5), asAlice).items())
                .hasSize(2);
        books.deposit(id, pounds("5"));
        allCaughtUp();
        assertThat(accounts.account(id, asAlice).posted())
                .as("nobody remembers what was wrong")
                .isEqualTo(pounds("115"));
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

    private void whoeverFeedsItBeginsAnew(ProjectionName projection) {
        jdbc.sql("UPDATE readmodel.projection SET fed_by = gen_random_uuid(), fed_until = '-infinity' WHERE name = ?")
                .param(projection.code())
                .update();
    }
}
