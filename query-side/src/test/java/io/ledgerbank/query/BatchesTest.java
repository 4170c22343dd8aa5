package io.ledgerbank.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.query.projection.Projection;
import io.ledgerbank.query.projection.Recorded;
import io.ledgerbank.query.projection.Tables;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Whatever batches the log comes in, the rows are those of single events. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class BatchesTest {

    private static final long SEED = 20_261_122;
    private static final int LENGTH = 10_000;
    private static final int LARGEST_BATCH = 1_500;

    private final List<Recorded<Object>> log = RandomBooks.log(SEED, LENGTH);
    private final Random random = new Random(SEED);
    private Map<String, List<Map<String, Object>>> expected = Map.of();

    protected abstract List<Projection<?>> projections(Tables tables);

    protected abstract List<String> tables();

    /** How many statements a batch costs at most. */
    protected abstract int statements();

    @BeforeAll
    void one_event_at_a_time() {
        try (Folding single = new Folding(this::projections)) {
            single.inOneTransaction(() -> log.forEach(event -> single.write(List.of(event))));
            expected = rows(single);
        }
        assertThat(expected.values()).noneMatch(List::isEmpty);
    }

    @AfterAll
    void forget() {
        expected = Map.of();
    }

    @Test
    void batches_of_any_size_make_the_rows_of_single_events() {
        try (Folding batched = new Folding(this::projections)) {
            batched.write(log, this::anySize);

            assertThat(rows(batched)).isEqualTo(expected);
        }
    }

    @Test
    void the_whole_log_in_one_batch_makes_the_rows_of_single_events() {
        try (Folding batched = new Folding(this::projections)) {
            batched.write(log, log::size);

            assertThat(rows(batched)).isEqualTo(expected);
        }
    }

    @Test
    void batches_that_are_handled_again_with_other_limits_double_nothing() {
        try (Folding batched = new Folding(this::projections)) {
            for (int from = 0; from < log.size(); ) {
                int to = Math.min(log.size(), from + anySize());
                int again = Math.max(0, from - random.nextInt(LARGEST_BATCH));
                batched.write(log.subList(again, to), this::anySize);
                from = to;
            }
            batched.write(log, this::anySize);

            assertThat(rows(batched)).isEqualTo(expected);
        }
    }

    @Test
    void a_batch_that_is_rolled_back_leaves_nothing_and_is_handled_again() {
        try (Folding batched = new Folding(this::projections)) {
            for (int from = 0; from < log.size(); ) {
                int to = Math.min(log.size(), from + anySize());
                int further = Math.min(log.size(), to + anySize());
                List<Recorded<Object>> lost = log.subList(from, further);
                batched.inOneTransactionThatFails(() -> batched.write(lost));
                batched.write(log.subList(from, to), log::size);
                from = to;
            }

            assertThat(rows(batched)).isEqualTo(expected);
        }
    }

    @Test
    void a_batch_costs_no_more_statements_the_more_events_it_has() {
        try (Folding batched = new Folding(this::projections)) {
            batched.write(log.subList(0, LENGTH / 2), this::anySize);

            int cost = batched.statementsOf(() -> batched.write(log.subList(LENGTH / 2, LENGTH)));

            assertThat(cost).isPositive().isLessThanOrEqualTo(statements());
        }
    }

    private Map<String, List<Map<String, Object>>> rows(Folding folding) {
        return folding.rows(tables());
    }

    private int anySize() {
        return 1 + random.nextInt(random.nextBoolean() ? 5 : LARGEST_BATCH);
    }
}
