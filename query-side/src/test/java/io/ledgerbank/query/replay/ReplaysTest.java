package io.ledgerbank.query.replay;

import static io.ledgerbank.query.Books.pounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbank.api.account.AccountDetails;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.PaymentDetails;
import io.ledgerbank.api.payment.PaymentStatus;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.api.user.UserRegistered;
import io.ledgerbank.query.Books;
import io.ledgerbank.query.ReadModelTest;
import io.ledgerbank.query.account.AccountQueries;
import io.ledgerbank.query.paging.Page;
import io.ledgerbank.query.paging.Paging;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ReplaysTest extends ReadModelTest {

    private static final Until ALL = new Until(Optional.empty(), Optional.empty());

    @Autowired
    private Replays replays;

    @Autowired
    private AccountQueries accounts;

    @Test
    void an_account_is_rebuilt_as_it_was_after_any_of_its_events() {
        AccountId account = books.open(alice);
        books.deposit(account, pounds("100"));
        PaymentId payment = books.order(account, pounds("20"));
        books.settle(payment, account, pounds("20"));
        allCaughtUp();

        Replay<AccountDetails> whole = replays.replay(account.value(), Fold.ACCOUNT, ALL, STAFF);
        Replay<AccountDetails> held = replays.replay(account.value(), Fold.ACCOUNT, upTo(2), STAFF);

        assertThat(whole.state()).isEqualTo(accounts.account(account, STAFF));
        assertThat(whole.eventsApplied()).isEqualTo(4);
        assertThat(whole.lastPosition()).isEqualTo(head() - 1);
        assertThat(held.event().type()).isEqualTo("FundsHeld");
        assertThat(held.before()).map(AccountDetails::held).contains(pounds("0"));
        assertThat(held.state().held()).isEqualTo(pounds("20"));
        assertThat(replays.replay(account.value(), Fold.ACCOUNT, upTo(0), STAFF).before())
                .isEmpty();
    }

    @Test
    void a_payment_is_rebuilt_step_by_step() {
        AccountId account = books.open(alice);
        books.deposit(account, pounds("100"));
        PaymentId payment = books.order(account, pounds("20"));
        books.attempt(payment, 1);
        books.settle(payment, account, pounds("20"));

        List<ReplayStep<PaymentDetails>> steps = steps(payment, 1);

        assertThat(steps)
                .extracting(step -> step.after().status())
                .containsExactly(PaymentStatus.PENDING, PaymentStatus.PROCESSING, PaymentStatus.COMPLETED);
        assertThat(steps.getFirst().before()).isEmpty();
        assertThat(steps.get(2).before()).contains(steps.get(1).after());
        assertThat(steps(payment, 100)).isEqualTo(steps);
        assertThat(replays.replay(payment.value(), Fold.PAYMENT, ALL, STAFF).state())
                .isEqualTo(steps.getLast().after());
    }

    @Test
    void a_user_is_rebuilt_too() {
        books.append(new UserRegistered(alice, "alice@example.com", "Alice", Role.USER, Books.NOW));

        assertThat(replays.replay(alice.value(), Fold.USER, ALL, STAFF).state().fullName())
                .isEqualTo("Alice");
    }

    @Test
    void a_time_is_one_up_to_which_events_were_recorded() {
        AccountId account = books.open(alice);
        Instant opened = replays.replay(account.value(), Fold.ACCOUNT, ALL, STAFF)
                .event()
                .recordedAt();
        books.deposit(account, pounds("100"));

        Money then = replays.replay(
                        account.value(), Fold.ACCOUNT, new Until(Optional.empty(), Optional.of(opened)), STAFF)
                .state()
                .posted();

        assertThat(then).isEqualTo(pounds("0"));
        assertThatThrownBy(() -> replays.replay(
                        account.value(),
                        Fold.ACCOUNT,
                        new Until(Optional.empty(), Optional.of(opened.minusSeconds(1))),
                        STAFF))
                .hasMessageContaining("account_not_found");
    }

    @Test
    void what_is_not_there_or_is_something_else_is_not_found() {
        AccountId account = books.open(alice);

        assertThatThrownBy(() -> replays.replay(account.value(), Fold.PAYMENT, ALL, STAFF))
                .hasMessageContaining("payment_not_found");
        assertThatThrownBy(() -> replays.replay(PaymentId.next().value(), Fold.USER, ALL, STAFF))
                .hasMessageContaining("user_not_found");
        assertThatThrownBy(() -> replays.steps(PaymentId.next().value(), Fold.ACCOUNT, first(1), STAFF))
                .hasMessageContaining("account_not_found");
        assertThatThrownBy(() -> new Until(Optional.of(-1L), Optional.empty()))
                .hasMessageContaining("invalid_parameter");
        assertThatThrownBy(() -> new Until(Optional.of(1L), Optional.of(Instant.EPOCH)))
                .hasMessageContaining("not both");
    }

    @Test
    void it_is_for_staff() {
        AccountId account = books.open(alice);

        assertThatThrownBy(() -> replays.replay(account.value(), Fold.ACCOUNT, ALL, asAlice))
                .hasMessageContaining("insufficient_permissions");
        assertThatThrownBy(() -> replays.steps(account.value(), Fold.ACCOUNT, first(1), asAlice))
                .hasMessageContaining("insufficient_permissions");
    }

    private List<ReplayStep<PaymentDetails>> steps(PaymentId payment, int limit) {
        List<ReplayStep<PaymentDetails>> all = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<ReplayStep<PaymentDetails>> page =
                    replays.steps(payment.value(), Fold.PAYMENT, new Paging(limit, cursor), STAFF);
            all.addAll(page.items());
            cursor = page.nextCursor();
        } while (cursor.isPresent());
        return all;
    }

    private static Until upTo(long sequence) {
        return new Until(Optional.of(sequence), Optional.empty());
    }
}
