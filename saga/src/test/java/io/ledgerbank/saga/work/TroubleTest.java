package io.ledgerbank.saga.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.error.Category;
import io.ledgerbank.api.error.ErrorCatalog;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TroubleTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "40001", "40P01", "53300", "55P03", "57014", "57P01"})
    void what_the_database_will_be_able_to_do_later_is_waited_out(String state) {
        Trouble trouble = Trouble.of(new IllegalStateException(new SQLException("words", state)));

        assertThat(trouble.passes()).isTrue();
        assertThat(trouble.pauseAfter(1_000_000))
                .contains(ErrorCatalog.outages().longestDelay());
    }

    @Test
    void so_is_a_pool_without_a_connection() {
        assertThat(Trouble.of(new SQLTransientConnectionException()).passes()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42P01", "22021"})
    void what_the_database_will_never_do_is_not(String state) {
        Trouble trouble = Trouble.of(new SQLException("words", state));

        assertThat(trouble.reason()).isEqualTo(Reason.DATABASE_ERROR);
        assertThat(trouble.passes()).isFalse();
    }

    @Test
    void an_accident_of_our_own_is_tried_again_as_often_as_the_catalogue_says() {
        Trouble trouble = Trouble.of(new IllegalStateException("A bug"));
        int most = Category.SYSTEM.retryPolicy().maxAttempts();

        assertThat(trouble.reason()).isEqualTo(Reason.INTERNAL_SERVER_ERROR);
        assertThat(trouble.pauseAfter(most - 1)).isPresent();
        assertThat(trouble.pauseAfter(most)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"PAYMENT_NOT_FOUND", "ALREADY_PROCESSED", "INSUFFICIENT_FUNDS", "INVALID_IBAN"})
    void a_refusal_is_final(Reason reason) {
        Trouble trouble = Trouble.of(new IllegalStateException(new RejectedException(reason, "No")));

        assertThat(trouble.reason()).isEqualTo(reason);
        assertThat(trouble.pauseAfter(1)).isEmpty();
    }

    @Test
    void what_was_thrown_is_told_without_its_words() {
        Trouble trouble = Trouble.of(new IllegalStateException("of Alice", new SQLException("row of Alice", "23505")));

        assertThat(trouble.failure()).isEqualTo("IllegalStateException < SQLException");
    }
}
