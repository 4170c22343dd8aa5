package io.ledgerbank.saga.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.testing.TestPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What PostgreSQL reads to pick an item from a queue of some length. */
class PickingPlansTest {

    private static final int LENGTH = 50_000;
    private static final int FEW_PAGES = 60;

    private final JdbcClient jdbc =
            JdbcClient.create(TestPostgres.freshDatabase("saga").dataSource());

    @BeforeEach
    void fill() {
        jdbc.sql("""
                INSERT INTO saga.payments_work (task_name, task_instance, execution_time, picked, version, priority)
                SELECT 'payments', n || '/1', now() + make_interval(secs => n - :half), false, 1,
                    CASE WHEN n % 50 = 0 THEN 90 ELSE 50 END
                FROM generate_series(1, :length) AS n""").param("half", LENGTH / 2).param("length", LENGTH).update();
        jdbc.sql("VACUUM ANALYZE saga.payments_work").update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"priority DESC, execution_time", "execution_time"})
    void picking_reads_a_few_pages_while_many_items_are_due(String order) {
        assertThat(pagesRead("now()", order)).isLessThan(FEW_PAGES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"priority DESC, execution_time", "execution_time"})
    void and_while_many_wait_for_another_day(String order) {
        assertThat(pagesRead("now() - interval '1 year'", order)).isLessThan(FEW_PAGES);
    }

    private int pagesRead(String now, String order) {
        String plan = String.join(
                "\n",
                jdbc.sql("EXPLAIN (ANALYZE, BUFFERS, COSTS OFF, TIMING OFF) SELECT task_name, task_instance"
                                + " FROM saga.payments_work WHERE picked = false AND execution_time <= " + now
                                + " ORDER BY " + order + " FOR UPDATE SKIP LOCKED LIMIT 2")
                        .query(String.class)
                        .list());
        assertThat(plan).doesNotContain("Seq Scan");
        var pages =
                java.util.regex.Pattern.compile("Buffers: shared hit=(\\d+)").matcher(plan);
        assertThat(pages.find()).as(plan).isTrue();
        return Integer.parseInt(pages.group(1));
    }
}
