package io.ledgerbank.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class AccountsOfTheBankTest extends RunningBank {

    private static final String SETTLEMENT = "/accounts/settlement-GBP";
    private static final String BOBS = "/accounts/" + TestBank.BOB + "-GBP";

    @Test
    void are_none_before_anything_was_executed() throws Exception {
        bank.pay("one", TestCreditor.REJECTS_AC04);

        assertThat(TestBank.json(bank.get("/accounts")).get("accounts")).isEmpty();
    }

    @Test
    void are_one_to_pay_from_and_one_for_each_creditor() throws Exception {
        bank.pay("one", TestBank.BOB);

        assertThat(textsOf(TestBank.json(bank.get("/accounts")).get("accounts"), "accountId"))
                .containsExactly(TestBank.BOB + "-GBP", "settlement-GBP");
    }

    @Test
    void hold_what_was_executed() throws Exception {
        bank.pay("one", TestBank.BOB);
        bank.pay("one", TestBank.BOB);
        bank.post(TestBank.order("two", TestBank.BOB, "0.66"));

        assertThat(balanceOf(SETTLEMENT)).isEqualTo("-13.00");
        assertThat(balanceOf(BOBS)).isEqualTo("13.00");
    }

    @Test
    void show_each_execution_from_both_sides() throws Exception {
        bank.pay("one", TestBank.BOB);

        JsonNode paid = linesOf(SETTLEMENT, "").get("transactions").get(0);
        assertThat(paid.at("/amount/amount").asString()).isEqualTo("-12.34");
        assertThat(paid.get("instructionId").asString()).isEqualTo("one");
        assertThat(paid.get("counterpartyIban").asString()).isEqualTo(TestBank.BOB);
        JsonNode received = linesOf(BOBS, "").get("transactions").get(0);
        assertThat(received.at("/amount/amount").asString()).isEqualTo("12.34");
        assertThat(received.get("counterpartyIban").asString()).isEqualTo("GB33BUKB20201555555555");
    }

    @Test
    void are_read_part_by_part() throws Exception {
        for (int number = 1; number <= 5; number++) {
            bank.pay("payment-" + number, TestBank.BOB);
        }

        JsonNode first = linesOf(SETTLEMENT, "?limit=3");
        JsonNode second =
                linesOf(SETTLEMENT, "?limit=3&after=" + first.get("next").asString());

        assertThat(textsOf(first.get("transactions"), "instructionId"))
                .containsExactly("payment-1", "payment-2", "payment-3");
        assertThat(textsOf(second.get("transactions"), "instructionId")).containsExactly("payment-4", "payment-5");
        assertThat(second.has("next")).isFalse();
    }

    @Test
    void have_what_a_repeat_moved_a_second_time() throws Exception {
        bank.misbehave("{\"habits\":[\"EXECUTES_REPEATS\"]}");
        bank.pay("one", TestBank.BOB);
        bank.pay("one", TestBank.BOB);

        assertThat(balanceOf(SETTLEMENT)).isEqualTo("-24.68");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=101", "?limit=many", "?after=-1", "?before=3"})
    void are_not_shown_to_who_asks_for_something_else(String query) throws Exception {
        bank.pay("one", TestBank.BOB);

        assertThat(bank.get(SETTLEMENT + "/transactions" + query).statusCode()).isEqualTo(400);
    }

    @Test
    void that_nobody_has_are_not_found() throws Exception {
        HttpResponse<String> response = bank.get("/accounts/nobodys/balance");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(bank.get("/accounts/nobodys/transactions").statusCode()).isEqualTo(404);
    }

    private String balanceOf(String account) throws Exception {
        return TestBank.json(bank.get(account + "/balance"))
                .at("/balance/amount")
                .asString();
    }

    private JsonNode linesOf(String account, String query) throws Exception {
        return TestBank.json(bank.get(account + "/transactions" + query));
    }

    private static List<String> textsOf(JsonNode list, String field) {
        return list.valueStream().map(item -> item.get(field).asString()).toList();
    }
}
