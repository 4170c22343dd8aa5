package io.ledgerbank.app.bank;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.app.testing.Answer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class LinkingABankTest extends BanksCase {

    @Autowired
    private JdbcClient jdbc;

    @Test
    void a_customer_links_a_bank_and_sees_what_they_have_there() {
        monzo.lines(absent(), "tx_1", "tx_2");

        Answer begun = begin(alice).is(201);
        assertThat(begun.text("status")).isEqualTo("PENDING");
        Answer established = callback(alice, throughTheBank(begun)).is(200);
        String id = established.text("id");

        assertThat(established.text("status")).isEqualTo("ACTIVE");
        assertThat(begun.header("Location")).isEqualTo(CONNECTIONS + "/" + id);
        eventually(() -> lines(id) == 2);
        Answer accounts = alice.get(CONNECTIONS + "/" + id + "/accounts").is(200);
        eventually(() -> alice.get(CONNECTIONS + "/" + id + "/accounts")
                .text("items.0.balance.amount")
                .equals("50.00"));
        assertThat(accounts.text("items.0.name")).isEqualTo("Peter Pan's Account");
        Answer lines =
                alice.get(CONNECTIONS + "/" + id + "/transactions?limit=1").is(200);
        assertThat(lines.text("items.0.amount.amount")).isEqualTo("-5.10");
        assertThat(lines.text("items.0.description")).isEqualTo("THE DE BEAUVOIR DELI");
        Answer rest = alice.get(CONNECTIONS + "/" + id + "/transactions?limit=1&cursor=" + lines.text("nextCursor"))
                .is(200);
        assertThat(rest.body().at("/items")).hasSize(1);
        assertThat(rest.body().at("/nextCursor").isNull()).isTrue();
        assertThat(alice.get(CONNECTIONS).is(200).text("items.0.id")).isEqualTo(id);
    }

    @Test
    void neither_the_log_nor_the_tables_show_what_the_bank_has_granted() {
        String id = linked();

        List<byte[]> events = jdbc.sql("SELECT payload FROM eventlog.event WHERE stream_id = ?")
                .param(id)
                .query((row, number) -> row.getBytes(1))
                .list();
        assertThat(events).hasSize(2).noneSatisfy(payload -> assertThat(new String(payload, StandardCharsets.UTF_8))
                .contains(monzo.token()));
        byte[] kept = jdbc.sql("SELECT tokens FROM saga.bank_token WHERE connection_id = ?::uuid")
                .param(id)
                .query((row, number) -> row.getBytes(1))
                .single();
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain(monzo.token());
    }

    @Test
    void to_others_a_connection_does_not_exist() {
        String id = linked();

        for (String address : List.of("", "/accounts", "/transactions")) {
            bob.get(CONNECTIONS + "/" + id + address).isProblem(404, "bank_connection_not_found");
        }
        bob.post(CONNECTIONS + "/" + id + "/sync", "").isProblem(404, "bank_connection_not_found");
        bob.send("DELETE", CONNECTIONS + "/" + id, "").isProblem(404, "bank_connection_not_found");
        assertThat(bob.get(CONNECTIONS).is(200).body().at("/items")).isEmpty();
        client().get(CONNECTIONS).isProblem(401, "unauthorized");
    }

    @Test
    void a_foreign_state_and_one_that_nobody_gave_are_refused_and_the_owners_still_serves() {
        URI page = throughTheBank(begin(alice));

        callback(bob, page).isProblem(400, "invalid_link_state");
        alice.get(CONNECTIONS + "/callback?state=made-up&code=" + monzo.code()).isProblem(400, "invalid_link_state");
        callback(alice, page).is(200);
    }

    @Test
    void a_callback_serves_once() {
        URI page = throughTheBank(begin(alice));
        callback(alice, page).is(200);

        callback(alice, page).isProblem(400, "invalid_link_state");
    }

    @Test
    void a_code_that_has_served_is_refused_by_the_bank() {
        linked();
        URI again = throughTheBank(begin(alice));
        monzo.refusesGrants();

        callback(alice, again).isProblem(422, "authorization_refused");
    }

    @Test
    void a_customer_who_does_not_agree_comes_back_without_a_code() {
        String state = throughTheBank(begin(alice)).getRawQuery().replaceAll(".*state=", "");

        alice.get(CONNECTIONS + "/callback?error=access_denied&state=" + state).isProblem(422, "authorization_refused");
        assertThat(alice.get(CONNECTIONS).text("items.0.status")).isEqualTo("PENDING");
    }

    @Test
    void not_every_bank_can_be_linked_and_not_through_every_bank_can_be_paid() {
        alice.post(CONNECTIONS, Map.of("bankCode", "PENNYBANK")).isProblem(422, "bank_not_linkable");
        alice.post(CONNECTIONS, Map.of("bankCode", "NOBANK")).isProblem(404, "bank_not_found");
        alice.post(CONNECTIONS, "{}").isProblem(400, "missing_fields");

        String account = alice.post("/api/accounts", Map.of("name", "Everyday", "type", "CHECKING", "currency", "GBP"))
                .is(201)
                .text("id");
        alice.with("Idempotency-Key", "to-monzo")
                .post(
                        "/api/payments",
                        Map.of(
                                "type",
                                "PAYMENT",
                                "amount",
                                Map.of("amount", "1.00", "currency", "GBP"),
                                "remittanceInformation",
                                "Lunch",
                                "debtorAccountId",
                                account,
                                "creditor",
                                Map.of("name", "Carol", "iban", "DE89370400440532013000", "bankCode", "MONZO")))
                .isProblem(422, "bank_moves_no_money");
    }

    @Test
    void nothing_new_costs_one_request() {
        monzo.lines(absent(), "tx_1");
        String id = linked();
        String before = alice.get(CONNECTIONS + "/" + id).text("syncedAt");
        int requests = monzo.requests();

        alice.post(CONNECTIONS + "/" + id + "/sync", "").is(202);

        eventually(() -> !alice.get(CONNECTIONS + "/" + id).text("syncedAt").equals(before));
        assertThat(monzo.requests() - requests).isOne();
        assertThat(lines(id)).isOne();
    }

    @Test
    void what_is_new_is_added() {
        monzo.lines(absent(), "tx_1");
        String id = linked();
        monzo.lines(equalTo("tx_1"), "tx_2", "tx_3");

        alice.post(CONNECTIONS + "/" + id + "/sync", "").is(202);

        eventually(() -> lines(id) == 3);
    }

    @Test
    void a_connection_that_is_removed_is_withdrawn_at_the_bank_and_forgotten() {
        monzo.lines(absent(), "tx_1");
        String id = linked();

        alice.send("DELETE", CONNECTIONS + "/" + id, "").is(204);

        alice.get(CONNECTIONS + "/" + id).isProblem(404, "bank_connection_not_found");
        eventually(() -> monzo.logouts() == 1 && kept("bank_token", id) == 0);
        assertThat(kept("linked_account", id) + kept("linked_transaction", id)).isZero();
    }

    private long kept(String table, String id) {
        return jdbc.sql("SELECT count(*) FROM saga." + table + " WHERE connection_id = ?::uuid")
                .param(id)
                .query(Long.class)
                .single();
    }
}
