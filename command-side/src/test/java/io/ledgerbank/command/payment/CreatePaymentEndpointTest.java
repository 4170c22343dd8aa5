package io.ledgerbank.command.payment;

import static io.ledgerbank.command.payment.PaymentCalls.refused;
import static io.ledgerbank.command.testing.People.ALICE;
import static io.ledgerbank.command.testing.People.BOB;
import static io.ledgerbank.command.testing.People.TELLER;
import static io.ledgerbank.command.testing.People.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.Uuids;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.command.testing.CommandSideTest;
import io.ledgerbank.command.testing.Http;
import io.ledgerbank.command.testing.TestBank;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@CommandSideTest
class CreatePaymentEndpointTest {

    private final Http http;
    private final TestBank bank;

    private AccountId alices;
    private AccountId bobs;

    CreatePaymentEndpointTest(Http http, TestBank bank) {
        this.http = http;
        this.bank = bank;
    }

    @BeforeEach
    void alice_has_a_hundred_pounds() {
        alices = bank.openWith(ALICE, pounds("100.00"));
        bobs = bank.open(BOB).id();
    }

    @Test
    void a_transfer_is_created_and_completed() {
        MvcTestResult answer = pay(ALICE, transfer("12.34"));

        assertThat(answer).hasStatus(201).doesNotContainHeader("Idempotency-Replayed");
        assertThat(answer)
                .bodyJson()
                .hasPathSatisfying("$.type", type -> assertThat(type).isEqualTo("TRANSFER"))
                .hasPathSatisfying("$.status", status -> assertThat(status).isEqualTo("COMPLETED"))
                .hasPathSatisfying("$.isoStatus", status -> assertThat(status).isEqualTo("ACSC"))
                .hasPathSatisfying(
                        "$.amount.amount", amount -> assertThat(amount).isEqualTo("12.34"))
                .hasPathSatisfying("$.creditorAccountId", id -> assertThat(id).isEqualTo(bobs.toString()));
        assertThat(answer.getResponse().getHeader("Location")).matches("/api/payments/[0-9a-f-]{36}");
    }

    @Test
    void a_payment_to_a_bank_is_created_with_its_funds_held() {
        assertThat(pay(ALICE, """
                        {"type":"PAYMENT","amount":{"amount":"30.00","currency":"GBP"},"debtorAccountId":"%s",
                         "remittanceInformation":"Invoice","endToEndId":"INV-1","priority":"CRITICAL",
                         "creditor":{"name":"Carla","iban":"DE89 3704 0044 0532 0130 00","bankCode":"SIMBANK"}}""".formatted(alices)))
                .hasStatus(201)
                .bodyJson()
                .hasPathSatisfying("$.status", status -> assertThat(status).isEqualTo("PENDING"))
                .hasPathSatisfying(
                        "$.priority", priority -> assertThat(priority).isEqualTo("CRITICAL"))
                .hasPathSatisfying("$.creditor.iban", iban -> assertThat(iban).isEqualTo("DE89370400440532013000"));
    }

    @Test
    void cash_is_paid_in_and_out_by_staff() {
        String deposit = """
                {"type":"DEPOSIT","amount":{"amount":"1.00","currency":"GBP"},"creditorAccountId":"%s",
                 "remittanceInformation":"Cash"}""".formatted(alices);
        String withdrawal = """
                {"type":"WITHDRAWAL","amount":{"amount":"1.00","currency":"GBP"},"debtorAccountId":"%s",
                 "remittanceInformation":"Cash"}""".formatted(alices);

        assertThat(pay(TELLER, deposit)).hasStatus(201);
        assertThat(pay(TELLER, withdrawal)).hasStatus(201);
        refused(pay(ALICE, deposit), 403, "insufficient_permissions");
    }

    @Test
    void a_repeated_request_gets_the_first_answer_and_is_told_so() throws Exception {
        Map<String, String> key = Map.of("Idempotency-Key", Uuids.next().toString());
        MvcTestResult first = http.post(ALICE, "/api/payments", transfer("12.34"), key);
        String reformatted = transfer("12.34").replace(":", " : ");

        MvcTestResult again = http.post(ALICE, "/api/payments", reformatted, key);

        assertThat(again).hasStatus(201).hasHeader("Idempotency-Replayed", "true");
        assertThat(again.getResponse().getContentAsString())
                .isEqualTo(first.getResponse().getContentAsString());
        assertThat(again.getResponse().getHeader("Location"))
                .isEqualTo(first.getResponse().getHeader("Location"));
        refused(http.post(ALICE, "/api/payments", transfer("12.35"), key), 422, "idempotency_key_reused");
    }

    @Test
    void a_repeated_refusal_is_told_to_be_one() {
        Map<String, String> key = Map.of("Idempotency-Key", Uuids.next().toString());
        refused(http.post(ALICE, "/api/payments", transfer("100.01"), key), 422, "insufficient_funds");

        MvcTestResult again = http.post(ALICE, "/api/payments", transfer("100.01"), key);

        refused(again, 422, "insufficient_funds");
        assertThat(again).hasHeader("Idempotency-Replayed", "true");
    }

    @Test
    void a_call_that_moves_money_needs_an_idempotency_key() {
        refused(http.post(ALICE, "/api/payments", transfer("1.00")), 400, "missing_idempotency_key");
        refused(
                http.post(ALICE, "/api/payments", transfer("1.00"), Map.of("Idempotency-Key", "two words")),
                400,
                "invalid_idempotency_key");
    }

    private MvcTestResult pay(Caller caller, String json) {
        return new PaymentCalls(http).pay(caller, json);
    }

    private String transfer(String amount) {
        return PaymentCalls.transfer(alices, bobs, amount);
    }
}
