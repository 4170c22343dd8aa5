package io.ledgerbank.command.payment;

import static io.ledgerbank.command.payment.Orders.ID;
import static io.ledgerbank.command.payment.Orders.failed;
import static io.ledgerbank.command.payment.Orders.fundsHeld;
import static io.ledgerbank.command.payment.Orders.paymentCreated;
import static io.ledgerbank.command.payment.Orders.started;
import static io.ledgerbank.command.payment.Orders.unknown;
import static io.ledgerbank.command.testing.People.ALICES;
import static io.ledgerbank.command.testing.People.NOW;
import static io.ledgerbank.command.testing.People.aliceHasAnAccount;
import static io.ledgerbank.command.testing.People.deposited;
import static io.ledgerbank.command.testing.People.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.error.ErrorCatalog;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.payment.Outcome;
import io.ledgerbank.api.payment.OutcomeUnknown;
import io.ledgerbank.api.payment.PaymentParked;
import io.ledgerbank.api.payment.RecordOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnknownOutcomesTest {

    private static final RecordOutcome UNKNOWN = new RecordOutcome(ID, 1, new Outcome.Unknown(Reason.TIMEOUT));

    private static final int LAST = ErrorCatalog.inquiries().maxAttempts();

    private final SpanningFixture bank = new SpanningFixture();

    @BeforeEach
    void funds_are_held_for_a_payment_with_the_bank() {
        bank.given(aliceHasAnAccount(), deposited(ALICES, pounds("100.00")), paymentCreated(), fundsHeld(), started(1));
    }

    @Test
    void asks_no_sooner_than_it_was_told_to() {
        Outcome.Unknown busy = new Outcome.Unknown(Reason.SERVICE_UNAVAILABLE, Optional.of(Duration.ofMinutes(3)));

        bank.when(new RecordOutcome(ID, 1, busy))
                .then(new OutcomeUnknown(
                        ID,
                        1,
                        1,
                        Reason.SERVICE_UNAVAILABLE,
                        NOW,
                        NOW.plus(Duration.ofMinutes(3)),
                        ErrorCatalog.version()));
    }

    @Test
    void asks_the_bank_and_leaves_the_funds_held() {
        OutcomeUnknown asked = onlyDoubt(bank.when(UNKNOWN));

        assertThat(asked.inquiry()).isEqualTo(1);
        assertThat(asked.nextInquiryAt()).isBetween(NOW.plusSeconds(1), NOW.plusMillis(1200));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 4", "4, 8", "5, 16", "6, 32", "7, 60", "63, 60"})
    void asks_again_after_growing_waits(int inquiry, long seconds) {
        OutcomeUnknown asked = onlyDoubt(bank.given(unknown(1, inquiry)).when(UNKNOWN));

        assertThat(asked.inquiry()).isEqualTo(inquiry + 1);
        assertThat(asked.nextInquiryAt())
                .isBetween(NOW.plusSeconds(seconds), NOW.plusSeconds(seconds).plusMillis(200 * seconds));
    }

    @Test
    void whoever_answers_cannot_put_the_next_inquiry_off_for_long() {
        Outcome.Unknown maintenance = new Outcome.Unknown(Reason.SERVICE_UNAVAILABLE, Optional.of(Duration.ofDays(1)));

        assertThat(onlyDoubt(bank.when(new RecordOutcome(ID, 1, maintenance))).nextInquiryAt())
                .isEqualTo(NOW.plus(ErrorCatalog.longestWaitBetweenInquiries()));
    }

    @Test
    void what_nobody_could_tell_for_hours_is_for_a_person_however_often_the_bank_was_asked() {
        Instant late = NOW.plus(ErrorCatalog.longestDoubt());

        bank.given(unknown(1, 1))
                .at(late)
                .when(UNKNOWN)
                .then(new PaymentParked(ID, 1, Reason.TIMEOUT, late, ErrorCatalog.version()));
    }

    @Test
    void parks_the_payment_for_a_person_when_the_last_inquiry_learnt_nothing_either() {
        bank.given(unknown(1, LAST))
                .when(UNKNOWN)
                .then(new PaymentParked(ID, 1, Reason.TIMEOUT, NOW, ErrorCatalog.version()));
    }

    @Test
    void a_parked_payment_stays_parked() {
        bank.given(unknown(1, LAST), new PaymentParked(ID, 1, Reason.TIMEOUT, NOW, ErrorCatalog.version()))
                .when(UNKNOWN)
                .thenNothingNew();
    }

    @Test
    void an_unknown_outcome_of_an_attempt_that_is_over_changes_nothing() {
        bank.given(failed(1)).when(UNKNOWN).thenNothingNew();
        bank.given(started(2)).when(UNKNOWN).thenNothingNew();
    }

    @Test
    void an_inquiry_series_begins_anew_with_each_attempt() {
        bank.given(unknown(1, LAST), failed(1), started(2));

        assertThat(onlyDoubt(bank.when(new RecordOutcome(ID, 2, new Outcome.Unknown(Reason.TIMEOUT))))
                        .inquiry())
                .isEqualTo(1);
    }

    private static OutcomeUnknown onlyDoubt(SpanningFixture.Then then) {
        assertThat(then.events()).hasSize(1);
        return (OutcomeUnknown) then.events().getFirst();
    }
}
