package io.ledgerbank.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class RepeatedInstructionsTest extends RunningBank {

    private static final int CALLERS = 32;

    @Test
    void answers_a_repeat_in_the_same_words_with_200() throws Exception {
        HttpResponse<String> first = bank.pay("one", TestBank.BOB);
        HttpResponse<String> second = bank.pay("one", TestBank.BOB);

        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(bank.journal().get("entries")).hasSize(1);
    }

    @Test
    void answers_a_repeated_rejection_with_422_again() throws Exception {
        HttpResponse<String> first = bank.pay("one", TestCreditor.REJECTS_AC04);
        HttpResponse<String> second = bank.pay("one", TestCreditor.REJECTS_AC04);

        assertThat(second.statusCode()).isEqualTo(422);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(bank.journal().get("entries")).hasSize(1);
    }

    @Test
    void takes_two_spellings_of_an_amount_for_the_same_order() throws Exception {
        bank.post(TestBank.order("one", TestBank.BOB, "12.3"));

        assertThat(bank.post(TestBank.order("one", TestBank.BOB, "12.30")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void refuses_an_id_that_belongs_to_another_order() throws Exception {
        bank.post(TestBank.order("one", TestBank.BOB, "12.34"));

        HttpResponse<String> other = bank.post(TestBank.order("one", TestBank.BOB, "99.00"));

        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(bank.journal().get("entries")).hasSize(1);
        assertThat(bank.journal().at("/entries/0/instruction/amount/amount").asString())
                .isEqualTo("12.34");
    }

    @Test
    void executes_once_when_many_callers_send_it_at_once() throws Exception {
        List<Callable<HttpResponse<String>>> calls = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            calls.add(() -> bank.pay("one", TestBank.BOB));
        }
        List<Integer> statuses = new ArrayList<>();
        List<String> bodies = new ArrayList<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(CALLERS)) {
            for (Future<HttpResponse<String>> answered : callers.invokeAll(calls)) {
                statuses.add(answered.get().statusCode());
                bodies.add(answered.get().body());
            }
        }

        assertThat(statuses).containsOnlyOnce(201).containsOnly(200, 201);
        assertThat(bodies.stream().distinct()).hasSize(1);
        assertThat(bank.journal().get("entries")).hasSize(1);
        assertThat(bank.journal().at("/entries/0/arrivals").asInt()).isEqualTo(CALLERS);
    }
}
