package io.ledgerbank.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HostedBanksTest extends RunningBank {

    @Test
    void share_an_address_and_nothing_else() throws Exception {
        TestBank old = bank.hosted(HostedBank.OLDBANK);
        bank.pay("one", TestBank.BOB);

        assertThat(old.journal().get("entries")).isEmpty();
        assertThat(old.pay("one", TestBank.BOB).statusCode()).isEqualTo(201);
        old.misbehave("{\"outage\":\"UNAVAILABLE\"}");
        assertThat(bank.pay("two", TestBank.BOB).statusCode()).isEqualTo(201);
        assertThat(old.pay("two", TestBank.BOB).statusCode()).isEqualTo(503);
    }

    @Test
    void keep_what_they_decided_each_for_itself() throws Exception {
        bank.hosted(HostedBank.OLDBANK).pay("one", TestBank.BOB);
        restart();

        assertThat(bank.hosted(HostedBank.OLDBANK).journal().get("entries")).hasSize(1);
        assertThat(bank.journal().get("entries")).isEmpty();
    }

    @Test
    void have_one_that_executes_whatever_comes_and_tells_nobody() throws Exception {
        TestBank old = bank.hosted(HostedBank.OLDBANK);
        old.pay("one", TestBank.BOB);
        old.pay("one", TestBank.BOB);

        assertThat(old.journal().get("entries")).hasSize(2);
        assertThat(old.inquire("one").statusCode()).isEqualTo(501);
    }

    @Test
    void have_one_that_says_all_in_words_of_its_own() throws Exception {
        TestBank paper = bank.hosted(HostedBank.PAPERBANK);

        assertThat(TestBank.json(paper.pay("one", TestCreditor.REJECTS_AC04.iban()))
                        .get("isoReason")
                        .asString())
                .isEqualTo("E104");
        assertThat(TestBank.json(paper.pay("two", TestBank.BOB))
                        .get("valueDate")
                        .asString())
                .matches("[0-9]{2}[.][0-9]{2}[.][0-9]{4}");
        assertThat(TestBank.json(paper.inquire("two")).get("executedAt").asString())
                .matches("[0-9]{2}[.][0-9]{2}[.][0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2}");
        assertThat(paper.journal().toString()).contains("AC04").doesNotContain("E104");
    }

    @Test
    void have_one_that_is_at_the_root_too() throws Exception {
        bank.pay("one", TestBank.BOB);

        assertThat(bank.hosted(HostedBank.SIMBANK).inquire("one").body())
                .isEqualTo(bank.inquire("one").body());
    }

    @Test
    void are_listed() throws Exception {
        assertThat(TestBank.json(bank.get("/")).get("banks").valueStream().map(hosted -> hosted.get("path")
                        .asString()))
                .containsExactly("/banks/SIMBANK", "/banks/OLDBANK", "/banks/PAPERBANK");
        assertThat(bank.get("/banks/NOBANK").statusCode()).isEqualTo(404);
        assertThat(bank.get("/banks/SIMBANKS/journal").statusCode()).isEqualTo(404);
    }
}
