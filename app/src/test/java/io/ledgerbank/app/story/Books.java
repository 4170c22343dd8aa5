package io.ledgerbank.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ledgerbank.app.story.TransferLoad.Transfer;
import io.ledgerbank.command.eventlog.ChainOf;
import io.ledgerbank.command.eventlog.ChainReport;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Accounts that belong to one who audits, too, and what must be true of them whatever the weather was. */
final class Books {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int PAID_IN = 9_000;

    private final List<String> accounts;
    private final DataSource database;

    private Books(List<String> accounts, DataSource database) {
        this.accounts = accounts;
        this.database = database;
    }

    /** Opens accounts with money in them. */
    static Books open(ApiClient owner, int accounts, DataSource database) {
        return new Books(
                IntStream.range(0, accounts).mapToObj(i -> account(owner)).toList(), database);
    }

    List<String> accounts() {
        return accounts;
    }

    /**
     * Asks for each transfer again under its key: one that was acknowledged must be the same payment still, and one that was
     * not may have happened or happens now. Afterwards the log has these payments and no others.
     */
    void holdWhatWasAskedFor(ApiClient owner, TransferLoad load) {
        Map<Transfer, String> payments = new HashMap<>();
        load.asked()
                .forEach(transfer -> payments.put(
                        transfer, transfer.askFrom(owner).expect(201).text("id")));

        assertThat(payments).containsAllEntriesOf(load.acknowledged());
        assertThat(payments.values()).doesNotHaveDuplicates();
        assertThat(transfersInTheLog()).containsExactlyInAnyOrderElementsOf(payments.values());
        balancesAre(owner, payments.keySet());
    }

    /** Nothing is missing, nothing was changed, and debits equal credits. */
    void areInOrder(ApiClient auditor) {
        assertThat(ChainOf.database(database)).isInstanceOf(ChainReport.Intact.class);
        assertThat(jdbc().sql("SELECT max(position) - count(*) FROM eventlog.event")
                        .query(Long.class)
                        .single())
                .as("positions left out")
                .isZero();
        JsonNode pounds =
                auditor.get("/api/audit/trial-balance").expect(200).body().at("/currencies/0");
        assertThat(pounds.at("/difference/amount").asString()).isEqualTo("0.00");
        assertThat(pounds.path("accounts")
                        .valueStream()
                        .filter(line -> line.path("account").asString().equals("clearing"))
                        .map(line -> line.at("/balance/amount").asString()))
                .allMatch("0.00"::equals);
    }

    private void balancesAre(ApiClient owner, Iterable<Transfer> transfers) {
        Map<String, Integer> expected = new HashMap<>();
        accounts.forEach(account -> expected.put(account, PAID_IN));
        transfers.forEach(transfer -> {
            expected.merge(transfer.from(), -transfer.pounds(), Integer::sum);
            expected.merge(transfer.to(), transfer.pounds(), Integer::sum);
        });
        expected.forEach(
                (account, pounds) -> await().atMost(PATIENCE).untilAsserted(() -> assertThat(posted(owner, account))
                        .isEqualByComparingTo(BigDecimal.valueOf(pounds))));
    }

    static BigDecimal posted(ApiClient owner, String account) {
        return new BigDecimal(owner.get("/api/accounts/" + account + "/balance")
                .expect(200)
                .body()
                .at("/posted/amount")
                .asString());
    }

    private List<String> transfersInTheLog() {
        return jdbc().sql("SELECT stream_id FROM eventlog.event WHERE type = 'PaymentCreated'"
                        + " AND payload #>> '{order,type}' = 'TRANSFER'")
                .query(String.class)
                .list();
    }

    private JdbcClient jdbc() {
        return JdbcClient.create(database);
    }

    static String account(ApiClient owner) {
        String account = owner.post(
                        "/api/accounts", Map.of("name", "One of many", "type", "CHECKING", "currency", "GBP"))
                .expect(201)
                .text("id");
        owner.pay(Orders.deposit(account, PAID_IN + ".00")).expect(201);
        await().atMost(PATIENCE)
                .until(() -> owner.get("/api/accounts/" + account + "/balance").status() == 200);
        return account;
    }
}
