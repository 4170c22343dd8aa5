package io.ledgerbank.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ledgerbank.LedgerBank;
import io.ledgerbank.simulator.BankSimulatorApplication;
import io.ledgerbank.simulator.TestCreditor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The bank runs as a process of its own, so that its journal can testify against us. */
class KillingTheServiceTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int PAYMENTS = 20;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    private ServiceProcess bank;
    private String bankUrl;
    private ServiceProcess service;
    private ApiClient anyone;

    @BeforeEach
    void start_bank_and_service() {
        bank = ServiceProcess.start(
                BankSimulatorApplication.class,
                folder.resolve("bank.log"),
                List.of("--port=0", "--journal=" + folder.resolve("journal")));
        bankUrl = bank.awaitLine("(http://127\\.0\\.0\\.1:\\d+)").group(1);
        startService();
    }

    @AfterEach
    void stop_bank_and_service() {
        service.close();
        bank.close();
    }

    @Test
    void leaves_each_of_twenty_payments_settled_or_failed_exactly_once_and_the_balances_right() {
        ApiClient alice = anyone.login("alice@example.com", "alice-demo-pass");
        String account = firstAccount(alice);
        List<String> payments = IntStream.range(0, PAYMENTS)
                .mapToObj(i -> alice.pay(Orders.external(account, creditor(i), "10.00", "Invoice " + i))
                        .expect(201)
                        .text("id"))
                .toList();

        service.kill();
        startService();

        ApiClient aliceAgain = anyone.login("alice@example.com", "alice-demo-pass");
        Map<String, String> statuses = payments.stream()
                .collect(Collectors.toMap(Function.identity(), payment -> finalStatus(aliceAgain, payment)));
        Map<String, JsonNode> executed = executedByTheBank();

        assertThat(statuses.values()).containsOnly("COMPLETED", "FAILED");
        assertThat(payments).allSatisfy(payment -> assertThat(executed.containsKey(payment))
                .as("%s is %s", payment, statuses.get(payment))
                .isEqualTo(statuses.get(payment).equals("COMPLETED")));
        assertThat(executed.keySet()).isSubsetOf(payments);
        balancesAreRight(aliceAgain, account, executed.size());
        entriesAreRight(aliceAgain, account, executed.keySet());
        theBooksBalance(executed.size());
    }

    private void startService() {
        service = ServiceProcess.start(
                LedgerBank.class,
                folder.resolve("service.log"),
                List.of(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--ledgerbank.data-directory=" + folder.resolve("data"),
                        "--ledgerbank.simulator.enabled=false",
                        "--ledgerbank.banks.timeout=1s",
                        "--ledgerbank.banks.directory[0].code=SIMBANK",
                        "--ledgerbank.banks.directory[0].name=Simulated Bank",
                        "--ledgerbank.banks.directory[0].country=GB",
                        "--ledgerbank.banks.directory[0].api-endpoint=" + bankUrl));
        anyone = ApiClient.at(
                service.awaitLine("API +(http://localhost:\\d+)/api\\s").group(1));
    }

    /** Some are executed at once, some after the bank was down twice, some lose their reply, some are refused. */
    private static String creditor(int i) {
        List<String> creditors = List.of(
                Orders.CAROLS_IBAN,
                TestCreditor.LOSES_REPLY.iban(),
                TestCreditor.DOWN_TWICE.iban(),
                TestCreditor.REJECTS_AC04.iban());
        return creditors.get(i % creditors.size());
    }

    private static String firstAccount(ApiClient owner) {
        return await().atMost(PATIENCE)
                .until(
                        () -> owner.get("/api/accounts")
                                .expect(200)
                                .body()
                                .at("/items/0/id")
                                .asString(),
                        id -> !id.isEmpty());
    }

    private static String finalStatus(ApiClient owner, String payment) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> owner.get("/api/payments/" + payment + "/status").text("status"),
                        List.of("COMPLETED", "FAILED")::contains);
    }

    private Map<String, JsonNode> executedByTheBank() {
        return ApiClient.at(bankUrl)
                .get("/journal")
                .body()
                .path("entries")
                .valueStream()
                .filter(entry -> entry.path("status").asString().equals("EXECUTED"))
                .collect(Collectors.toMap(entry -> entry.path("instructionId").asString(), Function.identity()));
    }

    private static void balancesAreRight(ApiClient alice, String account, int executed) {
        String expected = (1000 - 10 * executed) + ".00";
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode balance = alice.get("/api/accounts/" + account + "/balance")
                    .expect(200)
                    .body();
            assertThat(balance.at("/posted/amount").asString()).isEqualTo(expected);
            assertThat(balance.at("/held/amount").asString()).isEqualTo("0.00");
            assertThat(balance.at("/available/amount").asString()).isEqualTo(expected);
        });
    }

    private static void entriesAreRight(ApiClient alice, String account, Set<String> executed) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        alice.get("/api/accounts/" + account + "/entries?direction=DEBIT&limit=100")
                                .expect(200)
                                .body()
                                .path("items")
                                .valueStream()
                                .map(entry -> entry.path("paymentId").asString()))
                .containsExactlyInAnyOrderElementsOf(executed));
    }

    private void theBooksBalance(int executed) {
        ApiClient admin = anyone.login("admin@example.com", "admin-demo-password");
        JsonNode pounds =
                admin.get("/api/audit/trial-balance").expect(200).body().at("/currencies/0");
        assertThat(pounds.at("/difference/amount").asString()).isEqualTo("0.00");
        assertThat(pounds.path("accounts").valueStream()).anySatisfy(settlement -> {
            assertThat(settlement.path("account").asString()).isEqualTo("settlement:SIMBANK");
            assertThat(settlement.at("/balance/amount").asString()).isEqualTo(10 * executed + ".00");
        });
    }
}
