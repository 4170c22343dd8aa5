package io.ledgerbank.command.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.Uuids;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.command.testing.Http;
import java.util.Map;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Orders payments over HTTP, each under an idempotency key of its own, and tells how one was refused. */
record PaymentCalls(Http http) {

    MvcTestResult pay(Caller caller, String json) {
        return http.post(
                caller,
                "/api/payments",
                json,
                Map.of("Idempotency-Key", Uuids.next().toString()));
    }

    static String transfer(AccountId debtor, AccountId creditor, String amount) {
        return """
                {"type":"TRANSFER","amount":{"amount":"%s","currency":"GBP"},"debtorAccountId":"%s",
                 "creditorAccountId":"%s","remittanceInformation":"Lunch"}""".formatted(amount, debtor, creditor);
    }

    static void refused(MvcTestResult answer, int status, String code) {
        assertThat(answer)
                .hasStatus(status)
                .bodyJson()
                .extractingPath("$.reason")
                .isEqualTo(code);
    }
}
