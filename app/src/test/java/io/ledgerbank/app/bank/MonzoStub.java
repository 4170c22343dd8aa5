package io.ledgerbank.app.bank;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.matching.StringValuePattern;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

/** Monzo as its public documentation has it, with one customer, whose browser agrees to everything. */
final class MonzoStub {

    static final String ACCOUNT = "acc_00009237aqC8c5umZmrRdh";

    private static final int LONG = 21_600;
    private static final WireMockServer SERVER = new WireMockServer(options().dynamicPort());

    private String token = "";
    private String code = "";

    static String url() {
        if (!SERVER.isRunning()) {
            SERVER.start();
        }
        return SERVER.baseUrl();
    }

    /** Forgets everybody; whoever asks with tokens of before is refused. */
    void begin() {
        SERVER.resetAll();
        token = "access-" + UUID.randomUUID();
        code = "code-" + UUID.randomUUID();
        SERVER.stubFor(any(anyUrl()).atPriority(10).willReturn(aResponse().withStatus(401)));
        SERVER.stubFor(get(urlPathEqualTo("/authorize"))
                .willReturn(aResponse()
                        .withStatus(302)
                        .withHeader(
                                "Location",
                                "{{request.query.redirect_uri}}?code=" + code + "&state={{request.query.state}}")
                        .withTransformers("response-template")));
        grants("authorization_code", "code", code);
        SERVER.stubFor(mine(post("/oauth2/logout")).willReturn(aResponse().withStatus(200)));
        accounts("{\"id\":\"" + ACCOUNT + "\",\"description\":\"Peter Pan's Account\",\"currency\":\"GBP\"}");
        SERVER.stubFor(mine(get(urlPathEqualTo("/balance")))
                .willReturn(
                        okJson("{\"balance\":5000,\"total_balance\":6000,\"currency\":\"GBP\",\"spend_today\":0}")));
        lines(absent());
    }

    String token() {
        return token;
    }

    String code() {
        return code;
    }

    /** From now on the code, or whatever else was granted, serves no more. */
    void refusesGrants() {
        SERVER.stubFor(post("/oauth2/token")
                .atPriority(1)
                .willReturn(aResponse().withStatus(400).withBody("{\"code\":\"bad_request.invalid_grant\"}")));
    }

    /** What is granted for the code ends in less than five minutes. */
    void grantsForAMoment() {
        SERVER.stubFor(post("/oauth2/token")
                .withFormParam("grant_type", equalTo("authorization_code"))
                .withFormParam("code", equalTo(code))
                .willReturn(tokens(299)));
    }

    /** Grants other tokens for the refresh token that was granted. */
    void refreshes() {
        String before = token;
        token = "access-" + UUID.randomUUID();
        SERVER.stubFor(post("/oauth2/token")
                .atPriority(1)
                .withFormParam("grant_type", equalTo("refresh_token"))
                .withFormParam("refresh_token", equalTo("refresh-" + before))
                .willReturn(tokens(LONG)));
        SERVER.stubFor(
                mine(get(urlPathEqualTo("/balance"))).willReturn(okJson("{\"balance\":5000,\"currency\":\"GBP\"}")));
    }

    void accounts(String... accounts) {
        SERVER.stubFor(
                mine(get("/accounts")).willReturn(okJson("{\"accounts\":[" + String.join(",", accounts) + "]}")));
    }

    /** Shows these lines to whoever asks for what is behind that mark, and nothing behind the last of them. */
    void lines(StringValuePattern since, String... ids) {
        answers(
                since,
                okJson(Arrays.stream(ids)
                        .map(id -> line(id, "GBP", "2026-11-20T12:20:18Z"))
                        .collect(Collectors.joining(",", "{\"transactions\":[", "]}"))));
        if (ids.length > 0) {
            answers(equalTo(ids[ids.length - 1]), okJson("{\"transactions\":[]}"));
        }
    }

    void answers(StringValuePattern since, ResponseDefinitionBuilder answer) {
        SERVER.stubFor(mine(get(urlPathEqualTo("/transactions")))
                .withQueryParam("since", since)
                .willReturn(answer));
    }

    static String line(String id, String currency, String created) {
        return """
                {"id":"%s","amount":-510,"currency":"%s","created":"%s","description":"THE DE BEAUVOIR DELI","settled":"%s"}
                """.formatted(id, currency, created, created).strip();
    }

    /** How often it was asked with the token that counts now. */
    int requests() {
        return requestsWith(token);
    }

    int requestsWith(String accessToken) {
        return SERVER.findAll(WireMock.anyRequestedFor(anyUrl())
                        .withHeader("Authorization", equalTo("Bearer " + accessToken)))
                .size();
    }

    int logouts() {
        return SERVER.findAll(WireMock.postRequestedFor(urlPathEqualTo("/oauth2/logout")))
                .size();
    }

    private void grants(String type, String field, String value) {
        SERVER.stubFor(post("/oauth2/token")
                .withFormParam("grant_type", equalTo(type))
                .withFormParam(field, equalTo(value))
                .withRequestBody(containing("code_verifier="))
                .willReturn(tokens(LONG)));
    }

    private ResponseDefinitionBuilder tokens(int seconds) {
        return okJson("""
                {"access_token":"%s","refresh_token":"refresh-%s","expires_in":%d,"token_type":"Bearer","user_id":"user_1"}
                """.formatted(token, token, seconds));
    }

    private MappingBuilder mine(MappingBuilder request) {
        return request.withHeader("Authorization", equalTo("Bearer " + token));
    }
}
