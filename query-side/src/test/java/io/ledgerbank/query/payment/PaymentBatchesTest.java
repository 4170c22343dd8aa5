package io.ledgerbank.query.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.payment.PaymentCompleted;
import io.ledgerbank.api.payment.PaymentCreated;
import io.ledgerbank.api.payment.PaymentEvent;
import io.ledgerbank.query.BatchesTest;
import io.ledgerbank.query.Folding;
import io.ledgerbank.query.RandomBooks;
import io.ledgerbank.query.projection.Projection;
import io.ledgerbank.query.projection.Recorded;
import io.ledgerbank.query.projection.Tables;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PaymentBatchesTest extends BatchesTest {

    @Override
    protected List<Projection<?>> projections(Tables tables) {
        return List.of(new PaymentProjection(tables), new SagaProjection(tables));
    }

    @Override
    protected List<String> tables() {
        return List.of("payment", "saga");
    }

    @Override
    protected int statements() {
        int payments = 4;
        int sagas = 3;
        return payments + sagas;
    }

    @Test
    void a_payment_is_the_same_whether_one_batch_has_all_of_it_or_two_have_a_part() {
        List<Recorded<Object>> log = RandomBooks.log(4711, 40);
        Map<String, List<Map<String, Object>>> whole = rows(log, log.size());

        for (int first = 1; first < log.size(); first++) {
            assertThat(rows(log, first))
                    .as("the first batch has %s events", first)
                    .isEqualTo(whole);
        }
    }

    @Test
    void what_moves_money_within_our_books_is_no_work_for_sagas() {
        try (Folding folding = new Folding(tables -> List.of(new SagaProjection(tables)))) {
            List<Recorded<Object>> internal = RandomBooks.log(4711, 1_000).stream()
                    .filter(recorded -> recorded.event() instanceof PaymentEvent)
                    .filter(recorded -> isOfInternalPayment(recorded))
                    .toList();

            assertThat(internal).isNotEmpty();
            assertThat(folding.statementsOf(() -> folding.write(internal))).isZero();
        }
    }

    private static boolean isOfInternalPayment(Recorded<Object> recorded) {
        return switch ((PaymentEvent) recorded.event()) {
            case PaymentCreated created -> created.order().externalCreditor().isEmpty();
            case PaymentCompleted completed -> true;
            default -> false;
        };
    }

    private Map<String, List<Map<String, Object>>> rows(List<Recorded<Object>> log, int first) {
        try (Folding folding = new Folding(this::projections)) {
            folding.inOneTransaction(() -> folding.write(log.subList(0, first)));
            folding.write(log.subList(first, log.size()), log::size);
            return folding.rows(tables());
        }
    }
}
