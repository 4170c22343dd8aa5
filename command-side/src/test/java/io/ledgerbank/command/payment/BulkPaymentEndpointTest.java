package io.ledgerbank.command.payment;

import static io.ledgerbank.command.testing.People.ALICE;
import static io.ledgerbank.command.testing.People.BOB;
import static io.ledgerbank.command.testing.People.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.Uuids;
import io.ledgerbank.command.testing.CommandSideTest;
import io.ledgerbank.command.testing.Http;
import io.ledgerbank.command.testing.TestBank;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@CommandSideTest
class BulkPaymentEndpointTest {

    private static final String BULK = "/api/payments/bulk";

    private final Http http;
    private final TestBank bank;
    private final Map<String, String> key =
            Map.of("Idempotency-Key", Uuids.next().toString());

    private AccountId alices;
    private AccountId bobs;

    BulkPaymentEndpointTest(Http http, TestBank bank) {
        this.http = http;
        this.bank = bank;
    }

    @BeforeEach
    void alice_has_a_hundred_pounds() {
        alices = bank.openWith(ALICE, pounds("100.00"));
        bobs = bank.open(BOB).id();
    }

    @Test
    void each_is_made_or_refused_for_itself_and_told_in_its_place() {
        JsonNode items = items(post(false, "60.00", "60.00", "0.00", "40.00"));

        assertThat(statuses(items)).containsExactly(201, 422, 400, 201);
        assertThat(items.get(1).at("/problem/reason").asString()).isEqualTo("insufficient_funds");
        assertThat(items.get(2).at("/problem/reason").asString()).isEqualTo("amount_too_small");
        assertThat(items.get(3).at("/payment/status").asString()).isEqualTo("COMPLETED");
        assertThat(items.valueStream().map(item -> item.get("index").asInt())).containsExactly(0, 1, 2, 3);
        assertThat(bank.posted(alices)).isZero();
    }

    @Test
    void a_repeated_request_gets_the_first_answers_again() throws Exception {
        MvcTestResult first = post(false, "60.00", "60.00");
        bank.openWith(ALICE, pounds("1.00"));

        MvcTestResult again = post(false, "60.00", "60.00");

        assertThat(again).hasStatus(200).hasHeader("Idempotency-Replayed", "true");
        assertThat(again.getResponse().getContentAsString())
                .isEqualTo(first.getResponse().getContentAsString());
        assertThat(bank.posted(alices)).isEqualTo(4000);
    }

    @Test
    void a_key_stands_for_one_request_and_nothing_of_another_is_made() {
        post(false, "1.00", "2.00");

        assertThat(post(false, "3.00", "2.00")).hasStatus(422).bodyText().contains("idempotency_key_reused");
        assertThat(post(true, "1.00", "2.00")).hasStatus(422).bodyText().contains("idempotency_key_reused");
        assertThat(http.post(ALICE, "/api/payments", PaymentCalls.transfer(alices, bobs, "1.00"), key))
                .hasStatus(422)
                .bodyText()
                .contains("idempotency_key_reused");
        assertThat(bank.posted(alices)).isEqualTo(9700);
    }

    @Test
    void a_key_of_which_nothing_was_made_stands_for_its_request_all_the_same() {
        assertThat(statuses(items(post(false, "0.00", "100.01")))).containsExactly(400, 422);

        assertThat(post(false, "1.00")).hasStatus(422).bodyText().contains("idempotency_key_reused");
        assertThat(statuses(items(post(false, "0.00", "100.01")))).containsExactly(400, 422);
    }

    @Test
    void the_key_of_a_single_payment_is_none_for_many() {
        assertThat(http.post(ALICE, "/api/payments", PaymentCalls.transfer(alices, bobs, "1.00"), key))
                .hasStatus(201);

        assertThat(post(false, "1.00")).hasStatus(422).bodyText().contains("idempotency_key_reused");
        assertThat(bank.posted(alices)).isEqualTo(9900);
    }

    @Test
    void all_are_made_in_one_append_and_told_again_in_the_same_words() throws Exception {
        MvcTestResult first = post(true, "60.00", "40.00");

        assertThat(statuses(items(first))).containsExactly(201, 201);
        MvcTestResult again = post(true, "60.00", "40.00");
        assertThat(again).hasStatus(200).hasHeader("Idempotency-Replayed", "true");
        assertThat(again.getResponse().getContentAsString())
                .isEqualTo(first.getResponse().getContentAsString());
        assertThat(bank.posted(alices)).isZero();
        assertThat(bank.posted(bobs)).isEqualTo(10_000);
    }

    @Test
    void none_is_made_when_one_is_refused_and_the_one_is_named() throws Exception {
        long before = bank.events();

        MvcTestResult refused = post(true, "60.00", "40.01");

        assertThat(refused).hasStatus(422).bodyText().contains("bulk_refused", "payments[1]", "insufficient_funds");
        assertThat(bank.events()).isEqualTo(before);
        assertThat(bank.posted(alices)).isEqualTo(10_000);
        MvcTestResult again = post(true, "60.00", "40.01");
        assertThat(again).hasStatus(422).hasHeader("Idempotency-Replayed", "true");
        assertThat(again.getResponse().getContentAsString())
                .isEqualTo(refused.getResponse().getContentAsString());
    }

    @Test
    void what_was_undone_has_left_no_trace_in_memory() {
        post(true, "60.00", "40.01");

        assertThat(new PaymentCalls(http).pay(ALICE, PaymentCalls.transfer(alices, bobs, "100.00")))
                .hasStatus(201);
    }

    @Test
    void every_malformed_one_is_named() {
        assertThat(post(true, "0.00", "1.00", "-1.00"))
                .hasStatus(422)
                .bodyText()
                .contains("payments[0]", "payments[2]", "amount_too_small")
                .doesNotContain("payments[1]");
    }

    @Test
    void there_are_some_but_not_too_many() {
        assertThat(post(true)).hasStatus(400).bodyText().contains("missing_fields");
        assertThat(post(false, IntStream.range(0, 1001).mapToObj(i -> "0.01").toArray(String[]::new)))
                .hasStatus(400)
                .bodyText()
                .contains("too_many_payments");
        assertThat(http.post(ALICE, BULK, body(false, "1.00")))
                .hasStatus(400)
                .bodyText()
                .contains("missing_idempotency_key");
    }

    @Test
    void a_thousand_are_made_in_their_order() {
        JsonNode items =
                items(post(false, IntStream.range(0, 1000).mapToObj(i -> "0.01").toArray(String[]::new)));

        assertThat(items).hasSize(1000);
        assertThat(statuses(items)).containsOnly(201);
        assertThat(bank.posted(bobs)).isEqualTo(1000);
    }

    private MvcTestResult post(boolean atomic, String... amounts) {
        return http.post(ALICE, BULK, body(atomic, amounts), key);
    }

    private String body(boolean atomic, String... amounts) {
        List<String> payments = IntStream.range(0, amounts.length)
                .mapToObj(i -> PaymentCalls.transfer(alices, bobs, amounts[i]).replace("Lunch", "Lunch " + i))
                .toList();
        return "{\"atomic\":" + atomic + ",\"payments\":" + payments + "}";
    }

    private static JsonNode items(MvcTestResult answer) {
        assertThat(answer).hasStatus(200);
        try {
            return JsonMapper.shared()
                    .readTree(answer.getResponse().getContentAsString())
                    .get("items");
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Integer> statuses(JsonNode items) {
        return items.valueStream().map(item -> item.get("status").asInt()).toList();
    }
}
