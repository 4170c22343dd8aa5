package io.ledgerbank.query.paging;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.payment.Step;
import io.ledgerbank.query.ReadModelTest;
import io.ledgerbank.query.payment.SagaFilter;
import io.ledgerbank.query.payment.SagaQueries;
import io.ledgerbank.query.payment.SagaState;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** How PostgreSQL would look for sagas. */
class SagaPlansTest extends ReadModelTest {

    private static final Timestamp YEARS_END = Timestamp.from(Instant.parse("2026-12-31T00:00:00Z"));

    @Autowired
    private SagaQueries sagas;

    @Test
    void sagas_in_a_state() {
        sagas.sagas(sagas(Optional.of(SagaState.STUCK), Optional.empty()), first(20), STAFF);
        Plans.assertOrderedBy("saga_by_state", "STUCK", YEARS_END);
    }

    @Test
    void sagas_of_a_bank() {
        sagas.sagas(sagas(Optional.empty(), Optional.of(new BankCode("SIMBANK"))), first(20), STAFF);
        Plans.assertOrderedBy("saga_by_bank", "BANK7", YEARS_END);
    }

    @Test
    void sagas_of_some_age() {
        sagas.sagas(sagas(Optional.empty(), Optional.empty()), after("saga", "2026-01-15T00:00:00Z"), STAFF);
        Plans.assertOrderedBy("saga_by_start");
    }

    @Test
    void sagas_that_had_some_trouble() {
        sagas.sagas(
                new SagaFilter(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(Reason.BANK_API_ERROR),
                        Optional.empty(),
                        Optional.empty()),
                first(20),
                STAFF);
        Plans.assertOrderedBy("saga_by_reason", "bank_api_error");
    }

    @ParameterizedTest
    @MethodSource("everyCombination")
    void sagas_by_any_filters_together(SagaFilter filter) {
        sagas.sagas(filter, first(20), STAFF);
        assertThat(Plans.ofLast()).contains("saga_by_").doesNotContain("Seq Scan");
    }

    static Stream<SagaFilter> everyCombination() {
        return IntStream.range(0, 1 << 5)
                .mapToObj(chosen -> new SagaFilter(
                        chosen(chosen, 0, SagaState.WAITING),
                        chosen(chosen, 1, Step.INQUIRE),
                        chosen(chosen, 2, Reason.TIMEOUT),
                        chosen(chosen, 3, new BankCode("SIMBANK")),
                        chosen(chosen, 4, Duration.ofMinutes(5))));
    }

    private static <T> Optional<T> chosen(int combination, int filter, T value) {
        return (combination & 1 << filter) == 0 ? Optional.empty() : Optional.of(value);
    }

    @Test
    void the_saga_that_is_stuck_for_longest() {
        sagas.summary(STAFF);
        Plans.assertOrderedBy("saga_by_state", "STUCK", 1);
    }

    private static SagaFilter sagas(Optional<SagaState> state, Optional<BankCode> bank) {
        return new SagaFilter(state, Optional.empty(), Optional.empty(), bank, Optional.of(Duration.ofMinutes(5)));
    }

    private static Paging after(String table, String key) {
        return new Paging(20, Optional.of(new Cursor(table, List.of(key, "40000")).encoded()));
    }
}
