package io.ledgerbank.app.bank;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A bank that speaks the simulator's protocol, executes everything, and states what a test wants it to. */
final class PennyBank {

    private static final WireMockServer SERVER = new WireMockServer(options().dynamicPort());
    private static final List<String> STATEMENT = new ArrayList<>();

    private PennyBank() {}

    static String url() {
        if (!SERVER.isRunning()) {
            SERVER.start();
            open();
        }
        return SERVER.baseUrl();
    }

    /** Executes, and shows its statement, again. */
    static void open() {
        String answer = """
                {"instructionId":"{{jsonPath request.body '$.instructionId'}}","status":"EXECUTED",
                 "bankReference":"REF-1","valueDate":"%s"}""".formatted(LocalDate.now(ZoneOffset.UTC));
        SERVER.stubFor(post("/payments")
                .willReturn(aResponse().withStatus(201).withBody(answer).withTransformers("response-template")));
        SERVER.stubFor(get("/accounts").willReturn(okJson("""
                {"accounts":[{"accountId":"settlement-GBP","name":"Settlement GBP","currency":"GBP"},
                 {"accountId":"GB29NWBK60161331926819-GBP","name":"Somebody","currency":"GBP"}]}""")));
        showStatement();
    }

    static void states(String instructionId, String amount, String bookedAt) {
        STATEMENT.add("""
                {"transactionId":"%d","amount":{"amount":"%s","currency":"GBP"},"bookedAt":"%s","valueDate":"2026-11-20",
                 "instructionId":"%s","remittanceInformation":"Lunch"}
                """.formatted(STATEMENT.size() + 1, amount, bookedAt, instructionId));
        showStatement();
    }

    static void cannotBeRead() {
        SERVER.stubFor(get("/accounts").willReturn(okJson("<html></html>")));
    }

    private static void showStatement() {
        SERVER.stubFor(get(urlPathEqualTo("/accounts/settlement-GBP/transactions"))
                .willReturn(okJson("{\"transactions\":[" + String.join(",", STATEMENT) + "]}")));
    }
}
