package io.ledgerbank.command.payment;

import static io.ledgerbank.command.payment.PaymentCalls.refused;
import static io.ledgerbank.command.testing.People.ALICE;
import static io.ledgerbank.command.testing.People.BOB;
import static io.ledgerbank.command.testing.People.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.command.testing.CommandSideTest;
import io.ledgerbank.command.testing.Http;
import io.ledgerbank.command.testing.TestBank;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@CommandSideTest
class RefusingBodiesTest {

    private final Http http;
    private final TestBank bank;

    private AccountId alices;
    private AccountId bobs;

    RefusingBodiesTest(Http http, TestBank bank) {
        this.http = http;
        this.bank = bank;
    }

    @BeforeEach
    void alice_has_a_hundred_pounds() {
        alices = bank.openWith(ALICE, pounds("100.00"));
        bobs = bank.open(BOB).id();
    }

    @Test
    void every_missing_field_is_named_at_once() {
        MvcTestResult answer = pay(ALICE, "{\"type\":\"TRANSFER\",\"amount\":null}");

        refused(answer, 400, "missing_fields");
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.errors[*].field")
                .asArray()
                .containsExactly("amount", "remittanceInformation", "debtorAccountId", "creditorAccountId");
    }

    @Test
    void every_wrong_field_is_named_at_once() {
        MvcTestResult answer = pay(ALICE, """
                {"type":"PAYMENT","amount":{"amount":"0.00","currency":"GBP"},"debtorAccountId":"mine",
                 "remittanceInformation":"%s","endToEndId":" ","priority":"URGENT","creditorAccountId":"%s",
                 "creditor":{"name":"","iban":"GB00","bankCode":"?"}}""".formatted("x".repeat(141), bobs));

        assertThat(answer).hasStatus(400);
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.errors[*].code")
                .asArray()
                .containsExactlyInAnyOrder(
                        "amount_too_small",
                        "description_too_long",
                        "invalid_end_to_end_id",
                        "invalid_field_type",
                        "invalid_uuid_format",
                        "unknown_field",
                        "invalid_name_format",
                        "invalid_iban",
                        "bank_not_found");
    }

    @ParameterizedTest
    @CsvSource({
        "TRANSFER, LOAN, 400, invalid_payment_type",
        "TRANSFER, transfer, 400, invalid_payment_type",
        "12.34, 12.345, 400, invalid_amount_format",
        "12.34, 1e2, 400, invalid_amount_format",
        "12.34, NaN, 400, invalid_amount_format",
        "12.34, 12345678901234567890, 400, invalid_amount_format",
        "12.34, -1.00, 400, amount_too_small",
        "GBP, gbp, 400, invalid_currency_format",
        "GBP, EUR, 422, currency_mismatch",
        "Lunch, \u202Ehcnul, 400, invalid_description_format",
        "Lunch, ' ', 400, description_required"
    })
    void a_wrong_value_is_refused_for_its_own_reason(String right, String wrong, int status, String code) {
        refused(pay(ALICE, transfer("12.34").replace(right, wrong)), status, code);
    }

    @Test
    void a_transfer_to_oneself_is_refused() {
        refused(pay(ALICE, transfer("1.00").replace(bobs.toString(), alices.toString())), 400, "same_account");
    }

    @Test
    void an_unknown_bank_is_not_found() {
        refused(pay(ALICE, """
                        {"type":"PAYMENT","amount":{"amount":"30.00","currency":"GBP"},"debtorAccountId":"%s",
                         "remittanceInformation":"Invoice",
                         "creditor":{"name":"Carla","iban":"DE89370400440532013000","bankCode":"NOBANK"}}""".formatted(alices)), 404, "bank_not_found");
    }

    @Test
    void a_strangers_account_is_not_found() {
        refused(pay(BOB, transfer("1.00")), 404, "account_not_found");
    }

    private MvcTestResult pay(Caller caller, String json) {
        return new PaymentCalls(http).pay(caller, json);
    }

    private String transfer(String amount) {
        return PaymentCalls.transfer(alices, bobs, amount);
    }
}
