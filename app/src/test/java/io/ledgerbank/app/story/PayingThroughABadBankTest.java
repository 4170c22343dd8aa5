package io.ledgerbank.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.ledgerbank.app.story.BadBank.Testimony;
import io.ledgerbank.testing.TestDatabase;
import io.ledgerbank.testing.TestPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Many payments through a bank that times out, loses replies and fails at random, while the service is killed; afterwards
 * the bank's journal and our log agree payment by payment. Larger with {@code -Dbadbank.payments=10000 -Dbadbank.kills=3},
 * and another story with {@code -Dbadbank.seed=}.
 */
class PayingThroughABadBankTest {

    private static final int PAYMENTS = Integer.getInteger("badbank.payments", 100);
    private static final int KILLS = Integer.getInteger("badbank.kills", 1);

    /** With this one a hundred payments meet every fault that there is. */
    private static final long SEED = Long.getLong("badbank.seed", 3);

    private static final int ACCOUNTS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(5).plusMillis(200L * PAYMENTS);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    private final TestDatabase database = TestPostgres.freshDatabase();
    private final List<ServiceNode> nodes = new ArrayList<>();

    @Test
    void executes_no_payment_twice_and_leaves_none_in_silence() {
        try (BadBank bank = BadBank.start(folder, SEED)) {
            ApiClient admin = start(bank);
            Books books = Books.open(admin, ACCOUNTS, database.dataSource());
            try (ExternalLoad load = ExternalLoad.start("run" + SEED, PAYMENTS, books.accounts(), admin)) {
                for (int kill = 1; kill <= KILLS; kill++) {
                    int due = kill;
                    await().atMost(PATIENCE)
                            .pollInterval(Duration.ofMillis(100))
                            .until(() -> bank.decided() >= (long) PAYMENTS * due / (KILLS + 2));
                    nodes.getLast().kill();
                    load.turnTo(start(bank));
                }
                load.join(PATIENCE.toMinutes());
                assertThat(load.refused()).isEmpty();
                assertThat(load.acknowledged()).hasSize(PAYMENTS);
                await().atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(500))
                        .until(() -> LoggedPayment.unfinished(database.dataSource()) == 0);

                agree(load.acknowledged().values(), bank.testimony(), books);
                whatIsSentTwiceIsFound(load, bank, books);
            }
        } finally {
            nodes.forEach(ServiceNode::close);
        }
    }

    /** A check that could not fail would say nothing. */
    private void whatIsSentTwiceIsFound(ExternalLoad load, BadBank bank, Books books) {
        String settled = LoggedPayment.all(database.dataSource()).stream()
                .filter(payment -> payment.endedAs("PaymentSettled") && payment.attempts() == 1)
                .filter(payment -> !payment.wasInDoubt())
                .map(LoggedPayment::id)
                .findFirst()
                .orElseThrow();
        bank.resend(settled);

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> agree(load.acknowledged().values(), bank.testimony(), books))
                .withMessageContaining("executions");
    }

    private ApiClient start(BadBank bank) {
        nodes.add(ServiceNode.start(
                folder.resolve("service-" + nodes.size() + ".log"),
                Stream.concat(
                                Stream.of(database.springProperties()),
                                Stream.of(
                                        "ledgerbank.queues=payments:8",
                                        "ledgerbank.banks.timeout=1s",
                                        "ledgerbank.banks.breaker.open-for=500ms",
                                        "ledgerbank.banks.directory[0].code=SIMBANK",
                                        "ledgerbank.banks.directory[0].name=Simulated Bank",
                                        "ledgerbank.banks.directory[0].country=GB",
                                        "ledgerbank.banks.directory[0].api-endpoint=" + bank.url()))
                        .toArray(String[]::new)));
        return nodes.getLast().admin();
    }

    private void agree(Iterable<String> acknowledged, Testimony bank, Books books) {
        List<LoggedPayment> payments = LoggedPayment.all(database.dataSource());
        tell(payments, bank);
        assertThat(payments).extracting(LoggedPayment::id).containsExactlyInAnyOrderElementsOf(acknowledged);
        assertThat(payments)
                .extracting(LoggedPayment::id)
                .containsAll(bank.decisions().keySet());
        assertThat(payments).allSatisfy(payment -> {
            List<String> executions = bank.executionsOf(payment.id());
            assertThat(executions).as("executions").hasSizeLessThanOrEqualTo(1);
            assertThat(bank.arrivalsOf(payment.id())).as("requests").isLessThanOrEqualTo(payment.attempts());
            if (payment.endedAs("PaymentSettled")) {
                assertThat(executions)
                        .isEqualTo(payment.bankReference().stream().toList());
            } else if (payment.endedAs("PaymentFailed") || payment.isCertainlyNotExecuted()) {
                assertThat(executions).isEmpty();
            }
            assertThat(payment.endedAs("PaymentSettled") || payment.reason().isPresent())
                    .as("settled, or somebody can read why not")
                    .isTrue();
        });
        balancesAgree(payments, books);
    }

    private void balancesAgree(List<LoggedPayment> payments, Books books) {
        long settled = payments.stream()
                .filter(payment -> payment.endedAs("PaymentSettled"))
                .count();
        ApiClient admin = nodes.getLast().admin();
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode pounds =
                    admin.get("/api/audit/trial-balance").expect(200).body().at("/currencies/0");
            assertThat(pounds.path("accounts").valueStream()).anySatisfy(settlement -> {
                assertThat(settlement.path("account").asString()).isEqualTo("settlement:SIMBANK");
                assertThat(settlement.at("/balance/amount").asString()).isEqualTo(settled + ".00");
            });
        });
        books.areInOrder(admin);
    }

    /** An outcome that never came up proves nothing about itself. */
    private static void tell(List<LoggedPayment> payments, Testimony bank) {
        Map<String, Long> fates = payments.stream()
                .collect(Collectors.groupingBy(LoggedPayment::fate, TreeMap::new, Collectors.counting()));
        long duplicates = payments.stream()
                .filter(payment -> bank.executionsOf(payment.id()).size() > 1)
                .count();
        System.out.printf(
                "Bad bank, seed %d: %d payments, %d kills, %d attempts, %d requests at the bank, %d executed twice, %s%n",
                SEED,
                payments.size(),
                KILLS,
                payments.stream().mapToInt(LoggedPayment::attempts).sum(),
                bank.arrivals().values().stream().mapToInt(Integer::intValue).sum(),
                duplicates,
                fates);
    }
}
