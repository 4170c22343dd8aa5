package io.ledgerbank.saga.bank;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.Outcome;
import io.ledgerbank.saga.Orders;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Monzo's public documentation (docs.monzo.com) shows, and what has been seen to differ from it. */
class MonzoGatewayTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Currency POUNDS = Currency.getInstance("GBP");
    private static final BankAccess CUSTOMER =
            new BankAccess(Optional.of("access-1"), Optional.of("refresh-1"), Optional.of(NOW.plusSeconds(3600)));
    private static final LinkTerms TERMS = new LinkTerms(
            "oauth2client_1",
            "the secret",
            URI.create("https://auth.monzo.com/"),
            URI.create("https://ledgerbank.example/back"));

    private final WireMockServer monzo = new WireMockServer(options().dynamicPort());
    private final HttpClient client = BankClients.client(Duration.ofSeconds(20));
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

    @BeforeEach
    void open() {
        monzo.start();
    }

    @AfterEach
    void close() {
        monzo.stop();
        client.shutdownNow();
    }

    @Test
    void accounts_are_read_with_the_customers_token() {
        monzo.stubFor(get("/accounts")
                .withHeader("Authorization", equalTo("Bearer access-1"))
                .willReturn(okJson("""
                        {"accounts":[{"id":"acc_00009237aqC8c5umZmrRdh","description":"Peter Pan's Account",
                          "created":"2015-11-13T12:17:42Z","currency":"GBP","closed":false}]}""")));

        assertThat(gateway().accounts(CUSTOMER))
                .isEqualTo(new BankAnswer.Told<>(List.of(new BankAccount(
                        "acc_00009237aqC8c5umZmrRdh", "Peter Pan's Account", Optional.empty(), POUNDS))));
    }

    @Test
    void a_balance_is_whole_minor_units() {
        monzo.stubFor(get(urlPathEqualTo("/balance"))
                .withQueryParam("account_id", equalTo("acc_1"))
                .willReturn(
                        okJson("{\"balance\":5000,\"total_balance\":6000,\"currency\":\"GBP\",\"spend_today\":0}")));

        assertThat(gateway().balance(CUSTOMER, "acc_1"))
                .isEqualTo(new BankAnswer.Told<>(new BankBalance(Money.of("50.00", POUNDS), NOW)));
    }

    @Test
    void lines_are_asked_for_from_behind_the_last_one_on() {
        lines(line("tx_1", "\"2026-01-01T10:00:00Z\"", ""));

        BankTransactions part = told(gateway().transactions(CUSTOMER, "acc_1", Optional.of("tx_0")));

        assertThat(part.next()).contains("tx_1");
        assertThat(part.items())
                .containsExactly(new BankTransaction(
                        "tx_1",
                        Money.of("-5.10", POUNDS),
                        Instant.parse("2025-12-31T12:20:18Z"),
                        LocalDate.parse("2026-01-01"),
                        Optional.empty(),
                        Optional.empty(),
                        "THE DE BEAUVOIR DELI",
                        LineState.BOOKED));
        monzo.verify(getRequestedFor(urlPathEqualTo("/transactions"))
                .withQueryParam("account_id", equalTo("acc_1"))
                .withQueryParam("since", equalTo("tx_0"))
                .withQueryParam("limit", equalTo("100")));
    }

    @Test
    void where_nothing_is_new_there_is_no_next_part() {
        lines();

        assertThat(told(gateway().transactions(CUSTOMER, "acc_1", Optional.of("tx_0"))))
                .isEqualTo(new BankTransactions(List.of(), Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"2026-01-01T10:00:00.123Z\" | BOOKED  | 2026-01-01",
                "true                         | BOOKED  | 2025-12-31",
                "false                        | PENDING | 2025-12-31",
                "\"\"                         | PENDING | 2025-12-31",
                "null                         | PENDING | 2025-12-31"
            })
    void settled_is_a_time_or_a_boolean_or_empty(String settled, LineState state, LocalDate day) {
        lines(line("tx_1", settled, ""));

        assertThat(told(gateway().transactions(CUSTOMER, "acc_1", Optional.empty()))
                        .items())
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.state()).isEqualTo(state);
                    assertThat(line.valueDate()).isEqualTo(day);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"INSUFFICIENT_FUNDS", "CARD_INACTIVE", "CARD_BLOCKED", "INVALID_CVC", "OTHER"})
    void what_was_declined_is_no_line_and_is_passed_all_the_same(String reason) {
        lines(
                line("tx_1", "\"2026-01-01T10:00:00Z\"", ""),
                line("tx_2", "\"\"", ",\"decline_reason\":\"" + reason + "\""));

        BankTransactions part = told(gateway().transactions(CUSTOMER, "acc_1", Optional.empty()));

        assertThat(part.items()).extracting(BankTransaction::id).containsExactly("tx_1");
        assertThat(part.next()).contains("tx_2");
    }

    @ParameterizedTest
    @CsvSource({
        "401, bank_access_revoked",
        "403, bank_consent_missing",
        "404, account_not_found",
        "429, service_unavailable",
        "503, service_unavailable",
        "504, timeout",
        "500, bank_api_error",
        "302, bank_api_error"
    })
    void every_refusal_has_its_reason(int status, String reason) {
        monzo.stubFor(get("/accounts").willReturn(aResponse().withStatus(status).withHeader("Location", "/elsewhere")));

        assertThat(gateway().accounts(CUSTOMER))
                .isEqualTo(new BankAnswer.Failed<>(Reason.find(reason).orElseThrow(), Optional.empty()));
    }

    @Test
    void whoever_asks_too_often_is_told_how_long_to_wait() {
        monzo.stubFor(get("/accounts").willReturn(aResponse().withStatus(429).withHeader("Retry-After", "7")));

        assertThat(gateway().accounts(CUSTOMER))
                .isEqualTo(new BankAnswer.Failed<>(Reason.SERVICE_UNAVAILABLE, Optional.of(Duration.ofSeconds(7))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body>Back soon</body></html>",
                "",
                "null",
                "{}",
                "{\"transactions\":[null]}",
                "{\"transactions\":[{\"id\":\"tx_1\"}]}",
                "{\"transactions\":[{\"id\":\"tx 1\",\"amount\":1,\"currency\":\"GBP\",\"created\":\"2026-01-01T00:00:00Z\",\"description\":\"x\"}]}",
                "{\"transactions\":[{\"id\":\"tx_1\",\"amount\":1.5,\"currency\":\"GBP\",\"created\":\"2026-01-01T00:00:00Z\",\"description\":\"x\"}]}",
                "{\"transactions\":[{\"id\":\"tx_1\",\"amount\":\"1\",\"currency\":\"GBP\",\"created\":\"2026-01-01T00:00:00Z\",\"description\":\"x\"}]}",
                "{\"transactions\":[{\"id\":\"tx_1\",\"amount\":1,\"currency\":\"pounds\",\"created\":\"2026-01-01T00:00:00Z\",\"description\":\"x\"}]}",
                "{\"transactions\":[{\"id\":\"tx_1\",\"amount\":1,\"currency\":\"GBP\",\"created\":\"yesterday\",\"description\":\"x\"}]}",
                "{\"transactions\":[{\"id\":\"tx_1\",\"amount\":1,\"currency\":\"GBP\",\"created\":\"+999999-01-01T00:00:00Z\",\"description\":\"x\"}]}",
                "{\"transactions\":[{\"id\":\"tx_1\",\"amount\":1,\"currency\":\"GBP\",\"created\":\"2026-01-01T00:00:00Z\",\"description\":\"x\",\"settled\":7}]}"
            })
    void what_cannot_be_is_not_believed(String body) {
        monzo.stubFor(get(urlPathEqualTo("/transactions")).willReturn(okJson(body)));

        assertThat(gateway().transactions(CUSTOMER, "acc_1", Optional.empty()))
                .isEqualTo(new BankAnswer.Failed<>(Reason.BANK_API_ERROR, Optional.empty()));
    }

    @Test
    void ten_megabytes_are_not_read() {
        monzo.stubFor(get(urlPathEqualTo("/transactions"))
                .willReturn(okJson("{\"transactions\":[]}" + " ".repeat(10_000_000))));

        assertThat(gateway().transactions(CUSTOMER, "acc_1", Optional.empty()))
                .isEqualTo(new BankAnswer.Failed<>(Reason.BANK_API_ERROR, Optional.empty()));
    }

    @Test
    void where_older_lines_take_another_consent_the_last_ninety_days_are_read() {
        monzo.stubFor(get(urlPathEqualTo("/transactions"))
                .willReturn(aResponse()
                        .withStatus(403)
                        .withBody("{\"code\":\"forbidden.verification_required\",\"message\":\"No\"}")));
        monzo.stubFor(get(urlPathEqualTo("/transactions"))
                .withQueryParam("since", equalTo("2025-10-05T03:04:05Z"))
                .willReturn(okJson("{\"transactions\":[]}")));

        assertThat(told(gateway().transactions(CUSTOMER, "acc_1", Optional.empty()))
                        .items())
                .isEmpty();
    }

    @Test
    void it_pays_nobody() {
        assertThat(gateway().submit(GatewayTest.instruction()))
                .isEqualTo(Outcome.NotExecuted.because(Reason.BANK_MOVES_NO_MONEY));
        assertThat(gateway().inquire(new BankInquiry(GatewayTest.ID, Orders.AMOUNT, Reason.TIMEOUT)))
                .isEqualTo(new InquiryAnswer.Told(Outcome.NotExecuted.because(Reason.BANK_MOVES_NO_MONEY)));
        monzo.verify(0, WireMock.anyRequestedFor(WireMock.anyUrl()));
    }

    @Test
    void a_code_is_redeemed_with_the_verifier_that_only_we_know() {
        grants(
                "{\"access_token\":\"access-2\",\"refresh_token\":\"refresh-2\",\"expires_in\":21600,\"token_type\":\"Bearer\"}");

        assertThat(consent().redeem("the-code", "the-verifier"))
                .isEqualTo(new BankAnswer.Told<>(new BankAccess(
                        Optional.of("access-2"), Optional.of("refresh-2"), Optional.of(NOW.plusSeconds(21_600)))));
        monzo.verify(postRequestedFor(urlPathEqualTo("/oauth2/token"))
                .withFormParam("grant_type", equalTo("authorization_code"))
                .withFormParam("code", equalTo("the-code"))
                .withFormParam("code_verifier", equalTo("the-verifier"))
                .withFormParam("client_id", equalTo("oauth2client_1"))
                .withFormParam("client_secret", equalTo("the secret"))
                .withFormParam("redirect_uri", equalTo("https://ledgerbank.example/back")));
    }

    @Test
    void tokens_are_refreshed_and_a_bank_that_refuses_has_revoked_them() {
        grants("{\"access_token\":\"access-2\",\"refresh_token\":\"refresh-2\",\"expires_in\":21600}");
        assertThat(told(gateway().refresh(CUSTOMER)).accessToken()).contains("access-2");
        monzo.verify(postRequestedFor(urlPathEqualTo("/oauth2/token"))
                .withFormParam("grant_type", equalTo("refresh_token"))
                .withFormParam("refresh_token", equalTo("refresh-1")));

        monzo.stubFor(post("/oauth2/token").willReturn(aResponse().withStatus(401)));
        assertThat(gateway().refresh(CUSTOMER))
                .isEqualTo(new BankAnswer.Failed<>(Reason.BANK_ACCESS_REVOKED, Optional.empty()));
        assertThat(consent().redeem("a spent code", "the-verifier"))
                .isEqualTo(new BankAnswer.Failed<>(Reason.AUTHORIZATION_REFUSED, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"access_token\":\"\"}",
                "{\"access_token\":\"with a blank\"}",
                "{\"access_token\":\"a\",\"expires_in\":-1}",
                "{\"access_token\":\"a\",\"expires_in\":99999999999}"
            })
    void tokens_that_cannot_be_are_none(String body) {
        grants(body);

        assertThat(gateway().refresh(CUSTOMER))
                .isEqualTo(new BankAnswer.Failed<>(Reason.BANK_API_ERROR, Optional.empty()));
    }

    @Test
    void customers_are_asked_at_the_bank_for_this_service_alone() {
        assertThat(consent().askedAt("the-state", "the-challenge"))
                .hasToString("https://auth.monzo.com/?client_id=oauth2client_1"
                        + "&redirect_uri=https%3A%2F%2Fledgerbank.example%2Fback&response_type=code"
                        + "&state=the-state&code_challenge=the-challenge&code_challenge_method=S256");
    }

    @Test
    void access_that_the_bank_has_withdrawn_already_is_withdrawn() {
        monzo.stubFor(post("/oauth2/logout").willReturn(aResponse().withStatus(401)));
        assertThat(consent().revoke(CUSTOMER)).isEmpty();
        monzo.stubFor(post("/oauth2/logout").willReturn(aResponse().withStatus(500)));
        assertThat(consent().revoke(CUSTOMER)).contains(Reason.BANK_API_ERROR);
    }

    @Test
    void a_host_that_is_not_on_the_list_is_not_called() {
        assertThat(gateway(new AllowedHosts(List.of("api.monzo.com"), List::of)).accounts(CUSTOMER))
                .isEqualTo(new BankAnswer.Failed<>(Reason.SERVICE_UNAVAILABLE, Optional.empty()));
        monzo.verify(0, WireMock.anyRequestedFor(WireMock.anyUrl()));
    }

    @Test
    void secrets_do_not_show() {
        assertThat(TERMS.toString() + CUSTOMER).doesNotContain("the secret", "access-1", "refresh-1");
    }

    private void grants(String body) {
        monzo.stubFor(post("/oauth2/token").willReturn(okJson(body)));
    }

    private void lines(String... lines) {
        monzo.stubFor(get(urlPathEqualTo("/transactions"))
                .willReturn(okJson("{\"transactions\":[" + String.join(",", lines) + "]}")));
    }

    private static String line(String id, String settled, String more) {
        return """
                {"id":"%s","amount":-510,"currency":"GBP","created":"2025-12-31T12:20:18Z","account_balance":13013,
                 "description":"THE DE BEAUVOIR DELI","merchant":"merch_1","metadata":{},"notes":"","is_load":false,
                 "settled":%s%s}""".formatted(id, settled, more);
    }

    private BankGateway gateway() {
        return gateway(new AllowedHosts(List.of("localhost"), List::of));
    }

    private BankGateway gateway(AllowedHosts hosts) {
        return new MonzoGateway(api(hosts), Optional.of(TERMS), clock);
    }

    private BankConsent consent() {
        return new MonzoConsent(api(new AllowedHosts(List.of("localhost"), List::of)), TERMS, clock);
    }

    private MonzoApi api(AllowedHosts hosts) {
        return new MonzoApi(URI.create(monzo.baseUrl()), new BankHttp(client, hosts, clock), Duration.ofSeconds(20));
    }

    private static <T> T told(BankAnswer<T> answer) {
        assertThat(answer).isInstanceOf(BankAnswer.Told.class);
        return ((BankAnswer.Told<T>) answer).content();
    }
}
