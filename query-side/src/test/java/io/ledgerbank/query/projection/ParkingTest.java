package io.ledgerbank.query.projection;

import static io.ledgerbank.query.Books.pounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.query.ReadModelTest;
import io.ledgerbank.query.account.AccountQueries;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 666 pounds is more than the table of accounts takes here. */
class ParkingTest extends ReadModelTest {

    private static final Duration A_WHILE = Duration.ofSeconds(20);
    private static final Duration A_MOMENT = Duration.ofMillis(50);
    private static final Set<ProjectionName> ACCOUNTS = Set.of(ProjectionName.ACCOUNTS);

    @Autowired
    private ParkedEvents parked;

    @Autowired
    private Progress progress;

    @Autowired
    private ProjectionProcessors processors;

    @Autowired
    private AccountQueries accounts;

    private AccountId poisoned;
    private AccountId healthy;

    @BeforeEach
    void an_event_that_cannot_be_written() {
        poisoned = books.open(alice);
        healthy = books.open(alice);
        books.deposit(poisoned, pounds("1"));
        allCaughtUp();
        jdbc.sql("ALTER TABLE readmodel.account ADD CONSTRAINT poison CHECK (posted <> 66700)")
                .update();
        books.deposit(poisoned, pounds("666"));
        books.deposit(healthy, pounds("5"));
        books.deposit(poisoned, pounds("3"));
        await().atMost(A_WHILE).until(() -> parked.of(ProjectionName.ACCOUNTS).size() == 2);
    }

    @AfterEach
    void mend() {
        jdbc.sql("ALTER TABLE readmodel.account DROP CONSTRAINT IF EXISTS poison")
                .update();
        parked.askToRetryAll(ProjectionName.ACCOUNTS);
        await().atMost(A_WHILE).until(() -> parked.of(ProjectionName.ACCOUNTS).isEmpty());
        allCaughtUp();
    }

    @Test
    void it_waits_with_all_that_follows_in_its_stream_and_everything_else_goes_on() {
        books.deposit(healthy, pounds("2"));
        books.deposit(poisoned, pounds("4"));
        await().atMost(A_WHILE)
                .until(() -> accounts.account(healthy, asAlice).posted().equals(pounds("7")));
        await().atMost(A_WHILE).until(() -> parked.of(ProjectionName.ACCOUNTS).size() == 3);

        List<ParkedEvent> waiting = parked.of(ProjectionName.ACCOUNTS);
        assertThat(waiting).extracting(ParkedEvent::streamId).containsOnly(poisoned.toString());
        assertThat(waiting).extracting(ParkedEvent::position).isSorted();
        assertThat(waiting.getFirst().failure()).contains("DataIntegrityViolationException");
        assertThat(waiting.subList(1, 3)).extracting(ParkedEvent::failure).containsOnly(Optional.empty());
        assertThat(accounts.account(poisoned, asAlice).posted()).isEqualTo(pounds("1"));
        assertThat(activity()).isEqualTo(ProjectionState.Activity.LACKING);
    }

    @Test
    void what_lacks_something_does_not_pass_for_up_to_date() throws InterruptedException {
        long first = parked.of(ProjectionName.ACCOUNTS).getFirst().position();
        caughtUpBut();

        assertThat(progress.await(ACCOUNTS, Set.of(healthy.toString()), head(), A_WHILE))
                .isTrue();
        assertThat(progress.await(ACCOUNTS, Set.of(poisoned.toString()), head(), A_MOMENT))
                .isFalse();
        assertThat(progress.await(ACCOUNTS, Set.of(), head(), A_MOMENT)).isFalse();
        assertThat(accounts.balance(poisoned, asAlice).position()).isEqualTo(first - 1);
    }

    @Test
    void what_was_mended_is_written_in_its_order() {
        parked.askToRetry(ProjectionName.ACCOUNTS, poisoned.toString());
        await().atMost(A_WHILE)
                .until(() -> parked.of(ProjectionName.ACCOUNTS).getFirst().tries() == 2);
        assertThat(parked.of(ProjectionName.ACCOUNTS)).hasSize(2);

        jdbc.sql("ALTER TABLE readmodel.account DROP CONSTRAINT poison").update();
        assertThat(parked.askToRetry(ProjectionName.ACCOUNTS, poisoned.toString()))
                .isTrue();
        await().atMost(A_WHILE).until(() -> parked.of(ProjectionName.ACCOUNTS).isEmpty());
        books.deposit(poisoned, pounds("10"));
        allCaughtUp();

        assertThat(accounts.account(poisoned, asAlice).posted()).isEqualTo(pounds("680"));
        await().atMost(A_WHILE).until(() -> activity() == ProjectionState.Activity.FOLLOWING);
        assertThat(parked.askToRetry(ProjectionName.ACCOUNTS, poisoned.toString()))
                .isFalse();
    }

    /** The position that is told stays behind what is parked. */
    private void caughtUpBut() {
        await().atMost(A_WHILE)
                .until(() -> jdbc.sql("SELECT position FROM readmodel.projection WHERE name = 'accounts'")
                                .query(Long.class)
                                .single()
                        >= head());
    }

    private ProjectionState.Activity activity() {
        return processors.states().stream()
                .filter(state -> state.name() == ProjectionName.ACCOUNTS)
                .map(ProjectionState::activity)
                .findFirst()
                .orElseThrow();
    }
}
