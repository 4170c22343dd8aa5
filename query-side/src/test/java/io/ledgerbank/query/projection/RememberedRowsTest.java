package io.ledgerbank.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RememberedRowsTest {

    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);
    private static final UUID C = new UUID(0, 3);

    private final RememberedRows<String> rows = new RememberedRows<>(2);
    private final List<List<UUID>> reads = new ArrayList<>();

    @Test
    void what_was_written_is_not_read() {
        rows.remember(Map.of(A, "a"));
        rows.remember(Map.of(A, "newer"));

        assertThat(rows.find(List.of(A), this::read)).isEqualTo(Map.of(A, "newer"));
        assertThat(reads).isEmpty();
    }

    @Test
    void the_others_are_read_together() {
        rows.remember(Map.of(A, "a"));

        assertThat(rows.find(List.of(B, A, C), this::read)).isEqualTo(Map.of(A, "a", B, "read", C, "read"));
        assertThat(reads).containsExactly(List.of(B, C));
    }

    @Test
    void what_was_merely_read_is_read_again() {
        rows.find(List.of(A), this::read);
        rows.find(List.of(A), this::read);

        assertThat(reads).hasSize(2);
    }

    @Test
    void beyond_the_bound_what_was_of_no_use_for_longest_is_dropped() {
        rows.remember(Map.of(A, "a"));
        rows.remember(Map.of(B, "b"));
        rows.find(List.of(A), this::read);
        rows.remember(Map.of(C, "c"));

        assertThat(rows.find(List.of(A, B, C), this::read)).isEqualTo(Map.of(A, "a", B, "read", C, "c"));
    }

    @Test
    void nothing_that_was_forgotten_is_told() {
        rows.remember(Map.of(A, "a"));

        rows.forget();

        assertThat(rows.find(List.of(A), this::read)).isEqualTo(Map.of(A, "read"));
    }

    private Map<UUID, String> read(List<UUID> ids) {
        reads.add(ids);
        return ids.stream().collect(Collectors.toMap(id -> id, id -> "read"));
    }
}
