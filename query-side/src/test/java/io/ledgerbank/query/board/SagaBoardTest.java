package io.ledgerbank.query.board;

import static io.ledgerbank.query.Books.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.Step;
import io.ledgerbank.query.ReadModelTest;
import io.ledgerbank.query.paging.Page;
import io.ledgerbank.query.paging.Paging;
import io.ledgerbank.query.payment.SagaState;
import io.ledgerbank.query.projection.ProjectionName;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SagaBoardTest extends ReadModelTest {

    @Autowired
    private SagaBoard board;

    @Autowired
    private FigureQueries figures;

    @Autowired
    private RiskQueries risks;

    private AccountId account;

    @BeforeEach
    void an_account_with_money() {
        account = books.open(alice);
        books.deposit(account, pounds("100"));
    }

    @Test
    void every_page_goes_on_where_the_one_before_ended_in_either_order() {
        List<PaymentId> ordered = IntStream.range(0, 5)
                .mapToObj(i -> books.order(account, pounds("1")))
                .toList();
        written();

        assertThat(allPages(BoardOrder.OLDEST)).containsExactlyElementsOf(ordered);
        assertThat(allPages(BoardOrder.NEWEST)).containsExactlyElementsOf(ordered.reversed());
    }

    @Test
    void amounts_accounts_users_and_banks_filter() {
        PaymentId small = books.order(account, pounds("1"));
        PaymentId large = books.order(account, pounds("70"));
        written();

        assertThat(ids(filter().amounts("5", "70").all())).containsExactly(large);
        assertThat(ids(filter().amounts("1", "1").all())).containsExactly(small);
        assertThat(ids(new Filter(Optional.of(AccountId.next())).all())).isEmpty();
        assertThat(board.among(List.of(small, PaymentId.next()), filter().all(), STAFF))
                .extracting(row -> row.saga().paymentId())
                .containsExactly(small);
    }

    @Test
    void a_row_says_whose_payment_it_is_and_to_whom() {
        PaymentId payment = books.order(account, pounds("1"));
        written();

        BoardRow row = board.among(List.of(payment), filter().all(), STAFF).getFirst();

        assertThat(row.debtor()).contains(account);
        assertThat(row.user()).contains(alice);
        assertThat(row.creditor()).isPresent();
        assertThat(row.saga().state()).isEqualTo(SagaState.RUNNING);
    }

    @Test
    void figures_count_what_is_open_and_what_has_settled() {
        SagaFigures before = figures.now(STAFF);
        PaymentId stuck = stuck(pounds("7").decimal());
        PaymentId settled = books.order(account, pounds("3"));
        books.settle(settled, account, pounds("3"));
        written();

        SagaFigures after = figures.now(STAFF);

        assertThat(count(after) - count(before)).isEqualTo(1);
        assertThat(after.oldestStuck()).isPresent();
        assertThat(board.among(List.of(stuck), filter().all(), STAFF)).hasSize(1);
    }

    @Test
    void stuck_payments_are_grouped_by_what_they_have_in_common() {
        stuck("7");
        stuck("8");
        written();

        RiskGroup group = risks.groups(STAFF).stream()
                .filter(each -> each.reason().equals(Optional.of(Reason.TIMEOUT)))
                .findFirst()
                .orElseThrow();

        assertThat(group.count()).isGreaterThanOrEqualTo(2);
        assertThat(group.step()).isEqualTo(Step.PARKED);
        assertThat(group.bank()).isEqualTo(new BankCode("SIMBANK"));
        assertThat(group.trend()).hasSize(RiskGroup.HALF_HOURS);
    }

    @Test
    void customers_see_nothing_of_it() {
        Assertions.assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> board.page(filter().all(), BoardOrder.NEWEST, first(1), asAlice));
        Assertions.assertThatExceptionOfType(RejectedException.class).isThrownBy(() -> figures.now(asAlice));
        Assertions.assertThatExceptionOfType(RejectedException.class).isThrownBy(() -> risks.groups(asAlice));
    }

    private PaymentId stuck(String amount) {
        PaymentId payment = books.order(account, pounds(amount));
        books.attempt(payment, 1);
        books.park(payment, 1);
        return payment;
    }

    private void written() {
        caughtUp(ProjectionName.PAYMENTS, ProjectionName.SAGAS);
    }

    private List<PaymentId> allPages(BoardOrder order) {
        List<PaymentId> all = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            Page<BoardRow> page = board.page(filter().all(), order, new Paging(2, cursor), STAFF);
            page.items().forEach(row -> all.add(row.saga().paymentId()));
            cursor = page.nextCursor();
        } while (cursor.isPresent());
        return all;
    }

    private List<PaymentId> ids(BoardFilter filter) {
        return board.page(filter, BoardOrder.NEWEST, first(100), STAFF).items().stream()
                .map(row -> row.saga().paymentId())
                .toList();
    }

    private static long count(SagaFigures figures) {
        return figures.open().stream()
                .filter(count -> count.state() == SagaState.STUCK)
                .mapToLong(count -> count.count())
                .sum();
    }

    private Filter filter() {
        return new Filter(Optional.of(account));
    }

    private record Filter(Optional<AccountId> account, Optional<BigDecimal> least, Optional<BigDecimal> most) {

        Filter(Optional<AccountId> account) {
            this(account, Optional.empty(), Optional.empty());
        }

        Filter amounts(String from, String to) {
            return new Filter(account, Optional.of(new BigDecimal(from)), Optional.of(new BigDecimal(to)));
        }

        BoardFilter all() {
            return new BoardFilter(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    least,
                    most,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    account,
                    Optional.empty());
        }
    }
}
