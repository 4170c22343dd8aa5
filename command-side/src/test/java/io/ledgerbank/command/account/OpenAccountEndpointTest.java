package io.ledgerbank.command.account;

import static io.ledgerbank.command.testing.People.ALICE;
import static io.ledgerbank.command.testing.People.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.account.Iban;
import io.ledgerbank.api.id.Uuids;
import io.ledgerbank.command.testing.CommandSideTest;
import io.ledgerbank.command.testing.Http;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@CommandSideTest
class OpenAccountEndpointTest {

    private static final String BODY = "{\"name\":\"Everyday\",\"type\":\"CHECKING\",\"currency\":\"GBP\"}";

    private final Http http;

    OpenAccountEndpointTest(Http http) {
        this.http = http;
    }

    @Test
    void an_account_is_opened_empty_for_whoever_asks() throws Exception {
        MvcTestResult answer = http.post(ALICE, "/api/accounts", BODY);

        assertThat(answer)
                .hasStatus(201)
                .bodyJson()
                .hasPathSatisfying("$.ownerId", id -> assertThat(id)
                        .isEqualTo(ALICE.userId().toString()))
                .hasPathSatisfying("$.name", name -> assertThat(name).isEqualTo("Everyday"))
                .hasPathSatisfying("$.status", status -> assertThat(status).isEqualTo("ACTIVE"))
                .hasPathSatisfying(
                        "$.available.amount", available -> assertThat(available).isEqualTo("0.00"))
                .hasPathSatisfying("$.limits.singleLimit.amount", limit -> assertThat(limit)
                        .isEqualTo("10000.00"))
                .hasPathSatisfying("$.iban", iban -> assertThat(iban)
                        .asString()
                        .satisfies(Iban::parse)
                        .matches("GB\\d\\dLDGR\\d{14}"));
        assertThat(answer.getResponse().getHeader("Location")).matches("/api/accounts/[0-9a-f-]{36}");
    }

    @Test
    void with_a_key_it_is_opened_once() throws Exception {
        Map<String, String> key = Map.of("Idempotency-Key", Uuids.next().toString());
        MvcTestResult first = http.post(ALICE, "/api/accounts", BODY, key);

        MvcTestResult again = http.post(ALICE, "/api/accounts", BODY, key);

        assertThat(again).hasStatus(201).hasHeader("Idempotency-Replayed", "true");
        assertThat(again.getResponse().getContentAsString())
                .isEqualTo(first.getResponse().getContentAsString());
        assertThat(http.post(BOB, "/api/accounts", BODY, key))
                .hasStatus(201)
                .doesNotContainHeader("Idempotency-Replayed");
    }

    @Test
    void without_a_key_every_call_opens_another() throws Exception {
        assertThat(http.post(ALICE, "/api/accounts", BODY).getResponse().getContentAsString())
                .isNotEqualTo(
                        http.post(ALICE, "/api/accounts", BODY).getResponse().getContentAsString());
    }

    @Test
    void a_malformed_key_is_refused_though_none_is_needed() {
        refused(
                http.post(ALICE, "/api/accounts", BODY, Map.of("Idempotency-Key", "two words")),
                "invalid_idempotency_key");
    }

    @Test
    void every_missing_field_is_named_at_once() {
        MvcTestResult answer = http.post(ALICE, "/api/accounts", "{}");

        refused(answer, "missing_fields");
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.errors[*].field")
                .asArray()
                .containsExactly("name", "type", "currency");
    }

    @ParameterizedTest
    @CsvSource({
        "Everyday, '', invalid_account_name_format",
        "Everyday, ' ', invalid_account_name_format",
        "Everyday, a\\u0000b, invalid_account_name_format",
        "Everyday, a\\u202Eb, invalid_account_name_format",
        "CHECKING, CURRENT, invalid_account_type",
        "GBP, POUND, invalid_currency_format",
        "GBP, XAU, invalid_currency_format"
    })
    void a_wrong_value_is_refused_for_its_own_reason(String right, String wrong, String code) {
        refused(http.post(ALICE, "/api/accounts", BODY.replace(right, wrong)), code);
    }

    @Test
    void a_name_has_100_characters_at_most() {
        assertThat(http.post(ALICE, "/api/accounts", BODY.replace("Everyday", "é".repeat(100))))
                .hasStatus(201);
        refused(
                http.post(ALICE, "/api/accounts", BODY.replace("Everyday", "é".repeat(101))),
                "invalid_account_name_format");
    }

    private static void refused(MvcTestResult answer, String code) {
        assertThat(answer).hasStatus(400).bodyJson().extractingPath("$.reason").isEqualTo(code);
    }
}
