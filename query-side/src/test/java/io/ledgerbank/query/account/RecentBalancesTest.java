package io.ledgerbank.query.account;

import static io.ledgerbank.query.Books.pounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.query.Books;
import io.ledgerbank.query.ReadModelTest;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.cache.concurrent.ConcurrentMapCache;

/** What the row says is changed behind the cache's back, to tell what was read from what was kept. */
class RecentBalancesTest extends ReadModelTest {

    private static final long ANY = 0;

    @Autowired
    private ChangedAccounts heardOf;

    private final ChangedAccounts changed = new ChangedAccounts(Duration.ofMinutes(2));
    private RecentBalances balances;
    private AccountId account;

    @BeforeEach
    void a_balance_that_is_kept() {
        KnowledgeReader knowledge = new KnowledgeReader(jdbc);
        BalanceReader reader = new BalanceReader(jdbc, knowledge, Clock.fixed(Books.NOW, ZoneOffset.UTC));
        balances = new RecentBalances(reader, new ConcurrentMapCache("balances"), changed);
        account = books.open(alice);
        books.deposit(account, pounds("10"));
        allCaughtUp();
        changed.listenBehind(ANY);
        assertThat(posted(ANY)).isEqualTo(1_000);
        rowSays(7);
    }

    @Test
    void is_given_out_as_long_as_nothing_happens_to_the_account() {
        changed.hear(AccountId.next().toString(), head() + 1);

        assertThat(posted(ANY)).isEqualTo(1_000);
        assertThat(posted(head())).isEqualTo(1_000);
    }

    @Test
    void never_answers_who_wants_to_see_a_later_write() {
        assertThat(posted(head() + 1)).isEqualTo(7);
    }

    @Test
    void is_of_no_use_after_an_event_even_when_a_slow_reader_puts_it_back() {
        changed.hear(account.toString(), head() + 1);

        assertThat(posted(ANY)).isEqualTo(7);
        rowSays(8);
        assertThat(posted(ANY)).as("what was read before the event is not kept").isEqualTo(8);
    }

    @Test
    void is_not_trusted_while_nobody_listens_or_if_it_is_from_before() {
        changed.listenNoMore();
        assertThat(posted(ANY)).isEqualTo(7);

        rowSays(8);
        changed.listenBehind(head() + 1);
        assertThat(posted(ANY)).isEqualTo(8);
    }

    @Test
    void is_gone_once_all_are() {
        balances.evictAll();

        assertThat(posted(ANY)).isEqualTo(7);
    }

    @Test
    void can_be_read_beforehand() {
        balances.evictAll();
        balances.warm(List.of(account));
        rowSays(8);

        assertThat(posted(ANY)).isEqualTo(7);
    }

    @Test
    void the_service_hears_of_what_happens_to_accounts() {
        await().atMost(Duration.ofSeconds(20)).until(() -> heardOf.isUpToDate(AccountId.next(), head()));
        long before = head();

        books.deposit(account, pounds("1"));

        await().atMost(Duration.ofSeconds(20)).until(() -> !heardOf.isUpToDate(account, before));
        assertThat(heardOf.isUpToDate(account, head())).isTrue();
    }

    @Test
    void old_changes_are_forgotten() {
        ChangedAccounts forgetful = new ChangedAccounts(Duration.ZERO);
        forgetful.listenBehind(ANY);
        forgetful.hear(account.toString(), 5);
        assertThat(forgetful.isUpToDate(account, 4)).isFalse();

        await().atMost(Duration.ofSeconds(20)).until(() -> {
            forgetful.forgetOld();
            return forgetful.isUpToDate(account, 4);
        });
    }

    private long posted(long atLeast) {
        return balances.now(account, atLeast).orElseThrow().posted();
    }

    private void rowSays(long posted) {
        jdbc.sql("UPDATE readmodel.account SET posted = ? WHERE id = ?")
                .param(posted)
                .param(account.value())
                .update();
    }
}
