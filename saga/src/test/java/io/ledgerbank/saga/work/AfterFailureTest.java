package io.ledgerbank.saga.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.error.Category;
import io.ledgerbank.api.error.RetryPolicy;
import org.junit.jupiter.api.Test;

class AfterFailureTest {

    private final RetryPolicy policy = Category.SYSTEM.retryPolicy();

    @Test
    void the_first_pause_is_the_one_of_the_catalogue() {
        assertThat(AfterFailure.pauseAfter(1)).isEqualTo(policy.delay());
    }

    @Test
    void pauses_grow_and_never_exceed_the_longest_one() {
        assertThat(AfterFailure.pauseAfter(2)).isGreaterThan(AfterFailure.pauseAfter(1));
        assertThat(AfterFailure.pauseAfter(1_000_000)).isEqualTo(policy.longestDelay());
    }
}
