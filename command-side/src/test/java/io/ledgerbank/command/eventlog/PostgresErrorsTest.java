package io.ledgerbank.command.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresErrorsTest {

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "57P01", "57P02", "57P03", "57P05", "53300", ""})
    void a_database_that_cannot_be_reached_is_known_through_whatever_wraps_it(String state) {
        assertThat(PostgresErrors.isUnreachable(wrapped(state))).isTrue();
    }

    @Test
    void a_pool_without_a_free_connection_is_out_of_reach() {
        assertThat(PostgresErrors.isUnreachable(new SQLTransientConnectionException("full", "x")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "40001", "55P03", "57014", "22021"})
    void a_database_that_answers_is_reached(String state) {
        assertThat(PostgresErrors.isUnreachable(wrapped(state))).isFalse();
    }

    @Test
    void only_a_lock_is_a_lock() {
        assertThat(PostgresErrors.isLocked(wrapped("55P03"))).isTrue();
        assertThat(PostgresErrors.isLocked(wrapped("57014"))).isFalse();
    }

    @Test
    void causes_in_a_circle_are_looked_through_once() {
        Exception first = new IllegalStateException("first");
        first.initCause(new IllegalStateException("second", first));

        assertThat(PostgresErrors.isOfDatabase(first)).isFalse();
    }

    private static Exception wrapped(String state) {
        return new EventLogException("x", new SQLException("y", state));
    }
}
