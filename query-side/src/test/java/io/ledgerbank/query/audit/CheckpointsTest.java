package io.ledgerbank.query.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbank.api.audit.Checkpoint;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.query.ReadModelTest;
import io.ledgerbank.query.paging.Page;
import io.ledgerbank.query.paging.Paging;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class CheckpointsTest extends ReadModelTest {

    @Autowired
    private Checkpoints checkpoints;

    @BeforeEach
    void there_are_three() {
        jdbc.sql("""
                INSERT INTO eventlog.checkpoint
                SELECT n, sha256('head'), 1, sha256('root'), '2026-11-22T12:00:00.123456Z', n - 1, sha256('previous'),
                    '\\x0102030405060708', decode(repeat('ab', 64), 'hex')
                FROM generate_series(1, 3) AS n ON CONFLICT DO NOTHING""").update();
    }

    @Test
    void the_newest_comes_first_with_all_that_was_signed() {
        Checkpoint newest = checkpoints.checkpoints(first(1), STAFF).items().getFirst();

        assertThat(newest)
                .isEqualTo(new Checkpoint(
                        3,
                        hash("head"),
                        1,
                        hash("root"),
                        Instant.parse("2026-11-22T12:00:00.123456Z"),
                        2,
                        hash("previous"),
                        "0102030405060708",
                        "ab".repeat(64)));
    }

    @Test
    void a_list_goes_on_where_it_was_cut() {
        Page<Checkpoint> start = checkpoints.checkpoints(first(2), STAFF);
        Page<Checkpoint> rest = checkpoints.checkpoints(new Paging(2, start.nextCursor()), STAFF);

        assertThat(start.items()).extracting(Checkpoint::position).containsExactly(3L, 2L);
        assertThat(rest.items()).extracting(Checkpoint::position).containsExactly(1L);
        assertThat(rest.nextCursor()).isEmpty();
    }

    @Test
    void customers_see_none() {
        assertThatThrownBy(() -> checkpoints.checkpoints(first(1), asAlice))
                .isInstanceOf(RejectedException.class)
                .hasMessageContaining("insufficient_permissions");
    }

    private String hash(String text) {
        return jdbc.sql("SELECT encode(sha256(convert_to(?, 'UTF8')), 'hex')")
                .param(text)
                .query(String.class)
                .single();
    }
}
