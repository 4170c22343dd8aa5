package io.ledgerbank.command.standingorder;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.id.StandingOrderId;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RunReferenceTest {

    private static final LocalDate DATE = LocalDate.parse("2026-11-22");

    @Test
    void it_is_short_enough_for_an_end_to_end_id_whatever_the_order() {
        assertThat(RunReference.of(new StandingOrderId(new UUID(-1, -1)), DATE))
                .hasSizeLessThanOrEqualTo(35)
                .matches("[0-9a-z]+-20261122");
    }

    @Test
    void it_is_another_for_another_run_and_for_another_order() {
        StandingOrderId order = StandingOrderId.next();

        assertThat(RunReference.of(order, DATE))
                .isEqualTo(RunReference.of(order, DATE))
                .isNotEqualTo(RunReference.of(order, DATE.plusDays(1)))
                .isNotEqualTo(RunReference.of(StandingOrderId.next(), DATE));
    }
}
