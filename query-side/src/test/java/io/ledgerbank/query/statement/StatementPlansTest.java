package io.ledgerbank.query.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.query.paging.Plans;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;

/** How PostgreSQL would look up what statements are made of, over tables of some size. */
class StatementPlansTest {

    @Test
    void lines_are_read_in_their_order_by_their_index() {
        assertThat(plan(StatementRows.LINES)).contains("entry_by_booking").doesNotContain("Seq Scan", "Sort");
    }

    @Test
    void an_opening_balance_is_read_by_indexes_alone() {
        assertThat(plan(StatementRows.OPENING)).contains("entry_by_booking").doesNotContain("Seq Scan", "Sort");
    }

    private static String plan(String sql) {
        return Plans.ofAny(NamedParameterUtils.substituteNamedParameters(sql, new MapSqlParameterSource()));
    }
}
