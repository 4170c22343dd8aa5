package io.ledgerbank.query.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.payment.Priority;
import io.ledgerbank.api.payment.Step;
import io.ledgerbank.query.paging.Plans;
import io.ledgerbank.query.payment.SagaState;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How PostgreSQL would look for a page of the board: never through all sagas, however many there are. */
class BoardPlansTest {

    private static final Pattern NAMED = Pattern.compile(":[a-zA-Z]+");
    private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

    @Test
    void the_newest_and_the_oldest_come_from_the_ends_of_an_index() {
        for (BoardOrder order : BoardOrder.values()) {
            assertThat(plan(filter(0), order))
                    .contains("saga_by_start", "payment_pkey")
                    .doesNotContain("Seq Scan", "Sort");
        }
    }

    @Test
    void the_oldest_that_are_stuck_are_in_order() {
        assertThat(plan(filter(1), BoardOrder.OLDEST)).contains("saga_by_state").doesNotContain("Seq Scan", "Sort");
    }

    @ParameterizedTest
    @MethodSource("everyCombination")
    void no_filter_reads_all_sagas(BoardFilter filter) {
        assertThat(plan(filter, BoardOrder.NEWEST)).doesNotContain("Seq Scan on saga", "Seq Scan on payment");
    }

    static Stream<BoardFilter> everyCombination() {
        return IntStream.range(0, 1 << 9).mapToObj(BoardPlansTest::filter);
    }

    private static String plan(BoardFilter filter, BoardOrder order) {
        BoardConditions conditions = BoardConditions.of(filter, NOW);
        conditions.after(order, new BoardPlace(NOW, 40_000));
        return Plans.ofAny(
                NAMED.matcher(SagaBoard.statement(conditions, order, 51)).replaceAll("?"));
    }

    private static BoardFilter filter(int chosen) {
        return new BoardFilter(
                chosen(chosen, 0, SagaState.STUCK),
                chosen(chosen, 1, Step.INQUIRE),
                chosen(chosen, 2, Reason.TIMEOUT),
                chosen(chosen, 3, new BankCode("SIMBANK")),
                chosen(chosen, 4, BigDecimal.ONE),
                chosen(chosen, 4, BigDecimal.TEN),
                chosen(chosen, 5, Duration.ofMinutes(5)),
                chosen(chosen, 6, Priority.CRITICAL),
                chosen(chosen, 7, "INVOICE-1"),
                chosen(chosen, 8, AccountId.next()),
                chosen(chosen, 8, UserId.next()));
    }

    private static <T> Optional<T> chosen(int combination, int filter, T value) {
        return (combination & 1 << filter) == 0 ? Optional.empty() : Optional.of(value);
    }
}
