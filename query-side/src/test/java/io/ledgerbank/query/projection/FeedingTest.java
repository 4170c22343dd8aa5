package io.ledgerbank.query.projection;

import static io.ledgerbank.query.Books.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.query.ReadModelTest;
import io.ledgerbank.query.account.AccountQueries;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class FeedingTest extends ReadModelTest {

    private static final ProjectionName NAME = ProjectionName.ACCOUNTS;

    @Autowired
    private AccountQueries accounts;

    @Autowired
    private PlatformTransactionManager transactions;

    /** As after a crash of the database, which may forget the commits of its last moments. */
    @Test
    void what_the_database_forgot_is_written_again() {
        AccountId id = books.open(alice);
        books.deposit(id, pounds("1"));
        allCaughtUp();
        long remembered = position(NAME);
        books.deposit(id, pounds("2"));
        allCaughtUp();

        new TransactionTemplate(transactions).executeWithoutResult(forgetting -> {
            jdbc.sql("UPDATE readmodel.projection SET position = ? WHERE name = ?")
                    .param(remembered)
                    .param(NAME.code())
                    .update();
            jdbc.sql("UPDATE readmodel.account SET posted = 100, last_position = ? WHERE id = ?")
                    .param(remembered)
                    .param(id.value())
                    .update();
        });
        books.deposit(id, pounds("4"));
        allCaughtUp();

        assertThat(accounts.account(id, asAlice).posted()).isEqualTo(pounds("7"));
    }

    @Test
    void a_process_that_was_replaced_writes_no_more_until_its_successor_falls_silent() {
        AccountId id = books.open(alice);
        allCaughtUp();
        long before = position(NAME);

        jdbc.sql("""
                UPDATE readmodel.projection SET fed_by = gen_random_uuid(), fed_until = now() + interval '3 s'
                WHERE name = ?""").param(NAME.code()).update();
        books.deposit(id, pounds("5"));
        caughtUp(ProjectionName.ENTRIES);
        assertThat(position(NAME)).isEqualTo(before);

        allCaughtUp();
        assertThat(accounts.account(id, asAlice).posted()).isEqualTo(pounds("5"));
    }

    @Test
    void of_two_processes_one_feeds_a_projection_until_it_lets_go() {
        allCaughtUp();
        Positions other = new Positions(jdbc);
        long position = position(NAME);

        assertThat(other.claim(NAME)).isEmpty();
        assertThat(other.move(NAME, position, position + 1, Optional.empty())).isFalse();
        other.release(NAME);
        assertThat(other.claim(NAME)).isEmpty();
        assertThat(position(NAME)).isEqualTo(position);
    }

    /** As when a database that was behind has taken over since the event was read. */
    @Test
    void nothing_is_written_of_an_event_that_the_log_has_lost() {
        books.open(alice);
        allCaughtUp();
        long from = position(NAME);
        Positions other = new Positions(jdbc);

        new TransactionTemplate(transactions).executeWithoutResult(takingOver -> {
            jdbc.sql("UPDATE readmodel.projection SET fed_until = '-infinity' WHERE name = ?")
                    .param(NAME.code())
                    .update();
            assertThat(other.claim(NAME)).contains(from);

            assertThat(other.move(
                            NAME, from, from, Optional.of(UUID.randomUUID().toString())))
                    .isFalse();
            assertThat(other.move(NAME, from, from, Optional.of(eventAt(from)))).isTrue();
            takingOver.setRollbackOnly();
        });
    }

    private String eventAt(long position) {
        return jdbc.sql("SELECT event_id::text FROM eventlog.event WHERE position = ?")
                .param(position)
                .query(String.class)
                .single();
    }
}
