package io.ledgerbank.query.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.query.paging.Plans;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;

/** How PostgreSQL would look up balances of the past over tables of some size. */
class PastBalancesPlanTest {

    @Test
    void a_balance_of_the_past_is_read_by_indexes_alone() {
        assertThat(plan(PastBalances.SQL))
                .contains("entry_by_booking", "entry_valued_otherwise", "hold_open", "hold_ended", "overdraft_pkey")
                .doesNotContain("Seq Scan", "Sort");
    }

    @Test
    void a_position_by_a_time_is_found_by_the_primary_key() {
        assertThat(plan(KnowledgeReader.RECORDED_BY)).contains("event_pkey").doesNotContain("Seq Scan", "Sort");
    }

    private static String plan(String sql) {
        return Plans.ofAny(NamedParameterUtils.substituteNamedParameters(sql, new MapSqlParameterSource()));
    }
}
