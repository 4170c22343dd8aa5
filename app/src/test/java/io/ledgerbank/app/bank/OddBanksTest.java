package io.ledgerbank.app.bank;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Linked banks that do not do as they should: each has its reason, and nothing is kept twice. */
class OddBanksTest extends BanksCase {

    private enum Nonsense {
        HTML("<html><body>Back soon</body></html>", "bank_api_error"),
        TEN_MEGABYTES("{\"transactions\":[]}" + " ".repeat(10_000_000), "bank_api_error"),
        THE_WRONG_CURRENCY(lines("tx_9", "EUR", "2026-11-21T00:00:00Z"), "currency_mismatch"),
        LAST_YEARS_LINES(lines("tx_9", "GBP", "2025-11-21T00:00:00Z"), "bank_api_error"),
        THE_SAME_AGAIN(lines("tx_1", "GBP", "2026-11-20T12:20:18Z"), "bank_api_error");

        private final String body;
        private final String reason;

        Nonsense(String body, String reason) {
            this.body = body;
            this.reason = reason;
        }
    }

    @ParameterizedTest
    @EnumSource(Nonsense.class)
    void a_bank_that_answers_nonsense_is_in_trouble_until_it_answers_well(Nonsense nonsense) {
        monzo.lines(absent(), "tx_1");
        String id = linked();
        monzo.answers(equalTo("tx_1"), okJson(nonsense.body));

        syncUntil(id, "ERROR");
        assertThat(alice.get(CONNECTIONS + "/" + id).text("reason")).isEqualTo(nonsense.reason);
        assertThat(lines(id)).isOne();

        monzo.lines(equalTo("tx_1"), "tx_2");
        syncUntil(id, "ACTIVE");
        assertThat(lines(id)).isEqualTo(2);
    }

    @Test
    void access_that_the_bank_has_revoked_meanwhile_is_over() {
        monzo.lines(absent(), "tx_1");
        String id = linked();
        monzo.answers(equalTo("tx_1"), aResponse().withStatus(401));
        monzo.refusesGrants();

        syncUntil(id, "EXPIRED");

        assertThat(alice.get(CONNECTIONS + "/" + id).text("reason")).isEqualTo("bank_access_revoked");
        alice.post(CONNECTIONS + "/" + id + "/sync", "").isProblem(409, "bank_connection_not_active");
        assertThat(lines(id)).isOne();
        alice.send("DELETE", CONNECTIONS + "/" + id, "").is(204);
    }

    @Test
    void a_token_that_ends_in_the_middle_is_replaced_and_reading_goes_on() {
        monzo.lines(absent(), "tx_1");
        monzo.answers(equalTo("tx_1"), aResponse().withStatus(401));
        monzo.refreshes();
        monzo.lines(equalTo("tx_1"), "tx_2");

        String id = linked();

        assertThat(status(id)).isEqualTo("ACTIVE");
        assertThat(lines(id)).isEqualTo(2);
    }

    @Test
    void a_token_is_replaced_five_minutes_before_it_ends() {
        String first = monzo.token();
        monzo.grantsForAMoment();
        monzo.refreshes();
        monzo.accounts("{\"id\":\"" + MonzoStub.ACCOUNT + "\",\"description\":\"Peter Pan\",\"currency\":\"GBP\"}");
        monzo.lines(absent(), "tx_1");

        String id = linked();

        assertThat(lines(id)).isOne();
        assertThat(monzo.requestsWith(first)).isZero();
    }

    @Test
    void a_bank_that_is_asked_too_often_is_asked_again_when_it_likes() {
        monzo.lines(absent(), "tx_1");
        String id = linked();
        monzo.answers(equalTo("tx_1"), aResponse().withStatus(429).withHeader("Retry-After", "1"));
        int before = monzo.requests();
        alice.post(CONNECTIONS + "/" + id + "/sync", "").is(202);
        eventually(() -> monzo.requests() > before);

        monzo.lines(equalTo("tx_1"), "tx_2");

        eventually(() -> lines(id) == 2);
        assertThat(status(id)).isEqualTo("ACTIVE");
    }

    private static String lines(String id, String currency, String created) {
        return "{\"transactions\":[" + MonzoStub.line(id, currency, created) + "]}";
    }
}
