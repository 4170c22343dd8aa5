package io.ledgerbank.app.payment;

import static io.ledgerbank.app.payment.Counter.CAROLS_IBAN;
import static io.ledgerbank.app.payment.Counter.cancel;
import static io.ledgerbank.app.payment.Counter.external;
import static io.ledgerbank.app.payment.Counter.pay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@PaymentTest
class ExplainingBalancesTest extends PaymentCase {

    @Test
    void a_balance_is_explained_change_by_change() {
        String payment =
                pay(alice, external(alices, CAROLS_IBAN, "40.00")).is(201).text("id");
        cancel(alice, payment).is(200);

        JsonNode changes = await().atMost(Duration.ofSeconds(20))
                .until(() -> alice.get(explanation(alices)).is(200).body().get("items"), items -> items.size() == 3);

        assertThat(changes.valueStream().map(change -> change.get("type").asString()))
                .containsExactly("HoldReleased", "FundsHeld", "AccountCredited");
        assertThat(changes.at("/0/payment/steps/0/type").asString()).isEqualTo("PaymentCancelled");
        assertThat(changes.at("/0/paymentId").asString()).isEqualTo(payment);
        assertThat(changes.at("/1/payment/steps/0/type").asString()).isEqualTo("PaymentCreated");
        assertThat(changes.at("/1/change/available/amount").asString()).isEqualTo("-40.00");
        assertThat(changes.at("/1/after/available/amount").asString()).isEqualTo("60.00");
        assertThat(changes.at("/1/actor").isString()).isTrue();
        assertThat(changes.at("/2/actor").isNull()).as("the teller's id").isTrue();
    }

    @Test
    void it_comes_in_parts_and_is_for_the_owner_and_for_staff() {
        String next = alice.get(explanation(alices) + "?limit=1")
                .is(200)
                .body()
                .path("nextCursor")
                .toString();

        assertThat(next).isEqualTo("null");
        teller.get(explanation(alices)).is(200);
        admin.get(explanation(alices)).is(200);
        bob.get(explanation(alices)).isProblem(404, "account_not_found");
        alice.get(explanation(alices) + "?limit=0").isProblem(400, "invalid_parameter");
        alice.get(explanation(alices) + "?cursor=x").isProblem(400, "invalid_cursor");
        alice.get(explanation(alices) + "?asOf=2026-01-01").isProblem(400, "unknown_parameter");
    }

    private static String explanation(String account) {
        return "/api/accounts/" + account + "/balance/explanation";
    }
}
