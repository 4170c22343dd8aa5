package io.ledgerbank.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class LostReplyTest extends RunningBank {

    @Test
    void executes_and_drops_the_connection() throws Exception {
        assertThatThrownBy(() -> bank.pay("one", TestCreditor.LOSES_REPLY)).isInstanceOf(IOException.class);

        assertThat(TestBank.json(bank.inquire("one")).get("status").asString()).isEqualTo("EXECUTED");
        assertThat(bank.journal().at("/entries/0/arrivals").asInt()).isEqualTo(1);
    }

    @Test
    void answers_whoever_sends_it_again() throws Exception {
        assertThatThrownBy(() -> bank.pay("one", TestCreditor.LOSES_REPLY)).isInstanceOf(IOException.class);

        assertThat(bank.pay("one", TestCreditor.LOSES_REPLY).statusCode()).isEqualTo(200);
        assertThat(bank.journal().get("entries")).hasSize(1);
    }

    @Test
    void stays_silent_about_the_creditor_for_whom_replies_are_lost_for_good() throws Exception {
        assertThatThrownBy(() -> bank.pay("one", TestCreditor.GOES_SILENT)).isInstanceOf(IOException.class);

        assertThat(bank.inquire("one").statusCode()).isEqualTo(503);
        assertThatThrownBy(() -> bank.pay("one", TestCreditor.GOES_SILENT)).isInstanceOf(IOException.class);
        assertThat(bank.journal().at("/entries/0/status").asString()).isEqualTo("EXECUTED");
        assertThat(bank.journal().at("/entries/0/arrivals").asInt()).isEqualTo(2);
    }
}
