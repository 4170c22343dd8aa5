package io.ledgerbank.saga.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.payment.Outcome;
import io.ledgerbank.saga.Orders;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InquiringTest extends GatewayTest {

    private static final BankInquiry INQUIRY = new BankInquiry(ID, Orders.AMOUNT, Reason.BANK_API_ERROR);

    @Test
    void the_bank_is_asked_by_the_id_of_the_instruction() {
        bank.answers(200, executed());

        assertThat(gateway().inquire(INQUIRY))
                .isEqualTo(told(new Outcome.Executed("REF-1", LocalDate.parse("2026-01-02"))));
        assertThat(bank.requests()).containsExactly("GET /payments/" + ID + " ");
    }

    @Test
    void a_rejection_is_final() {
        bank.answers(200, rejected("AC04"));

        assertThat(gateway().inquire(INQUIRY))
                .isEqualTo(told(new Outcome.NotExecuted(
                        Reason.CREDITOR_ACCOUNT_CLOSED, Optional.empty(), Optional.of("AC04"))));
    }

    @Test
    void a_bank_that_knows_nothing_of_it_never_got_it_which_is_no_outcome_yet() {
        bank.answers(404, "{\"status\":\"UNKNOWN\"}");

        assertThat(gateway().inquire(INQUIRY)).isEqualTo(new InquiryAnswer.NeverGotIt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>Not found</html>", "{\"title\":\"Not Found\",\"status\":404}", "{}"})
    void not_found_by_anyone_but_the_bank_proves_nothing(String answer) {
        bank.answers(404, answer);

        assertThat(gateway().inquire(INQUIRY)).isEqualTo(told(UNUSABLE));
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 302, 400, 410, 422, 500, 502})
    void any_other_answer_leaves_the_outcome_unknown(int status) {
        bank.answers(status, "");

        assertThat(gateway().inquire(INQUIRY)).isEqualTo(told(UNUSABLE));
    }

    @Test
    void a_bank_that_is_down_leaves_the_outcome_unknown() {
        bank.answers(503, "", "Retry-After", "1");

        assertThat(gateway().inquire(INQUIRY))
                .isEqualTo(told(new Outcome.Unknown(Reason.SERVICE_UNAVAILABLE, Optional.of(Duration.ofSeconds(1)))));
    }

    @Test
    void a_bank_that_tells_of_another_sum_tells_nothing() {
        bank.answers(200, executed("12.34", "USD"));

        assertThat(gateway().inquire(INQUIRY)).isEqualTo(told(UNUSABLE));
    }

    @Test
    void a_bank_that_cannot_be_reached_leaves_the_outcome_unknown() {
        URI url = bank.url();
        bank.close();

        assertThat(gatewayTo(url, LONG).inquire(INQUIRY))
                .isEqualTo(told(new Outcome.Unknown(Reason.SERVICE_UNAVAILABLE)));
    }

    @Test
    void no_answer_in_time_leaves_the_outcome_unknown() {
        bank.neverAnswers();

        assertThat(impatientGateway().inquire(INQUIRY)).isEqualTo(told(UNANSWERED));
    }

    @Test
    void a_bank_that_is_no_longer_known_leaves_the_outcome_unknown() {
        assertThat(new UnknownBank().inquire(INQUIRY)).isEqualTo(told(new Outcome.Unknown(INQUIRY.doubt())));
    }

    private static InquiryAnswer told(Outcome outcome) {
        return new InquiryAnswer.Told(outcome);
    }
}
