package io.ledgerbank.query.account;

import static io.ledgerbank.query.Books.OUR_IBAN;
import static io.ledgerbank.query.Books.pounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.ledgerbank.api.account.AccountDetails;
import io.ledgerbank.api.account.AccountStatus;
import io.ledgerbank.api.account.FundsHeld;
import io.ledgerbank.api.account.HoldReleased;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.query.Books;
import io.ledgerbank.query.ReadModelTest;
import io.ledgerbank.query.projection.ProjectionName;
import io.ledgerbank.query.projection.Recorded;
import io.ledgerbank.query.projection.Tables;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

class AccountProjectionTest extends ReadModelTest {

    @Autowired
    private DataSource dataSource;

    @Autowired
    private AccountQueries accounts;

    @Test
    void an_opened_account_is_active_and_empty() {
        AccountId id = books.open(alice);
        caughtUp(ProjectionName.ACCOUNTS);

        AccountDetails account = accounts.account(id, asAlice);

        assertThat(account.ownerId()).isEqualTo(alice);
        assertThat(account.iban()).isEqualTo(OUR_IBAN);
        assertThat(account.status()).isEqualTo(AccountStatus.ACTIVE);
        assertThat(account.available()).isEqualTo(pounds("0"));
        assertThat(account.limits().singleLimit()).isEqualTo(pounds("10000"));
        assertThat(account.createdAt()).isBefore(Books.NOW);
    }

    @Test
    void money_in_and_out_changes_what_is_posted() {
        AccountId alices = books.open(alice);
        AccountId bobs = books.open(bob);
        books.deposit(alices, pounds("100"));
        books.transfer(alices, bobs, pounds("30"));
        books.withdraw(bobs, pounds("5"));
        caughtUp(ProjectionName.ACCOUNTS);

        assertThat(accounts.account(alices, asAlice).posted()).isEqualTo(pounds("70"));
        assertThat(accounts.account(bobs, asBob).posted()).isEqualTo(pounds("25"));
    }

    @Test
    void a_hold_lowers_what_is_available_until_it_is_released() {
        AccountId id = books.open(alice);
        books.deposit(id, pounds("100"));
        PaymentId payment = books.order(id, pounds("40"));
        caughtUp(ProjectionName.ACCOUNTS);

        assertThat(accounts.account(id, asAlice).held()).isEqualTo(pounds("40"));
        assertThat(accounts.account(id, asAlice).available()).isEqualTo(pounds("60"));

        books.refuse(payment, id, pounds("40"));
        caughtUp(ProjectionName.ACCOUNTS);

        assertThat(accounts.account(id, asAlice).held()).isEqualTo(pounds("0"));
        assertThat(accounts.account(id, asAlice).available()).isEqualTo(pounds("100"));
    }

    @Test
    void a_captured_hold_leaves_the_account() {
        AccountId id = books.open(alice);
        books.deposit(id, pounds("100"));
        PaymentId payment = books.order(id, pounds("40"));
        books.settle(payment, id, pounds("40"));
        caughtUp(ProjectionName.ACCOUNTS);

        AccountBalance balance = accounts.balance(id, asAlice);

        assertThat(balance.posted()).isEqualTo(pounds("60"));
        assertThat(balance.held()).isEqualTo(pounds("0"));
        assertThat(balance.available()).isEqualTo(pounds("60"));
        assertThat(balance.asOf()).isEqualTo(Books.NOW);
        assertThat(balance.knownAt()).isEqualTo(recordedAt(head()));
        assertThat(balance.position()).isEqualTo(head());
    }

    private Instant recordedAt(long position) {
        return jdbc.sql("SELECT recorded_at FROM eventlog.event WHERE position = ?")
                .param(position)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    @Test
    void an_event_of_an_account_that_was_never_opened_is_not_swallowed() {
        var projection = new AccountProjection(Tables.live(new JdbcTemplate(dataSource)));
        var event = new FundsHeld(AccountId.next(), PaymentId.next(), pounds("1"), Optional.empty());

        assertThatIllegalStateException()
                .isThrownBy(() -> projection.write(List.of(new Recorded<>(event, 4711, "", Books.NOW))))
                .withMessageContaining("4711")
                .withMessageContaining(event.accountId().toString());
    }

    @Test
    void the_end_of_a_hold_that_was_never_placed_is_not_swallowed() {
        var projection = new AccountProjection(Tables.live(new JdbcTemplate(dataSource)));
        var event = new HoldReleased(AccountId.next(), PaymentId.next(), pounds("1"), Optional.empty());

        assertThatIllegalStateException()
                .isThrownBy(() -> projection.write(List.of(new Recorded<>(event, 4711, "", Books.NOW))))
                .withMessageContaining(event.paymentId().toString());
    }
}
