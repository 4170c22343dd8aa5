package io.ledgerbank.query.projection;

import static io.ledgerbank.query.Books.pounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.query.ReadModelTest;
import io.ledgerbank.query.account.AccountQueries;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class FailingHandlerTest extends ReadModelTest {

    private static final Duration A_WHILE = Duration.ofSeconds(20);

    @Autowired
    private ProjectionProcessors processors;

    @Autowired
    private AccountQueries accounts;

    @Test
    void a_projection_that_cannot_write_stops_says_so_and_goes_on_where_it_stopped() {
        AccountId id = books.open(alice);
        books.deposit(id, pounds("1"));
        allCaughtUp();

        jdbc.sql("ALTER TABLE readmodel.account RENAME TO account_away").update();
        books.deposit(id, pounds("2"));
        books.deposit(id, pounds("4"));
        await().atMost(A_WHILE).until(this::accountsAreInTrouble);

        assertThat(position(ProjectionName.ACCOUNTS)).isLessThan(head());
        await().atMost(A_WHILE).until(() -> position(ProjectionName.ENTRIES) == head());

        jdbc.sql("ALTER TABLE readmodel.account_away RENAME TO account").update();
        allCaughtUp();

        assertThat(accounts.account(id, asAlice).posted()).isEqualTo(pounds("7"));
        assertThat(accountsAreInTrouble()).isFalse();
    }

    private boolean accountsAreInTrouble() {
        return processors.states().stream()
                .anyMatch(projection -> projection.name() == ProjectionName.ACCOUNTS
                        && projection.activity() == ProjectionState.Activity.FAILING);
    }
}
