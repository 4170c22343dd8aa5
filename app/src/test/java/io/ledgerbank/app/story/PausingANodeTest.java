package io.ledgerbank.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ledgerbank.testing.TestDatabase;
import io.ledgerbank.testing.TestPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A node stands still after it has told a bank, for longer than an attempt's deadline and its grace. Another takes its work
 * over; when the first goes on, it has the bank's answer in its hands and knows of nothing.
 */
@DisabledOnOs(OS.WINDOWS)
class PausingANodeTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration SLOWLY = Duration.ofSeconds(2);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    private final TestDatabase database = TestPostgres.freshDatabase();

    @Test
    void what_it_has_sent_is_settled_by_another_and_once() {
        try (BadBank bank = BadBank.start(folder, 1);
                ServiceNode paused = start("paused", bank)) {
            bank.isSlow(SLOWLY);
            ApiClient admin = paused.admin();
            Books books = Books.open(admin, 1, database.dataSource());
            String payment = admin.with("Idempotency-Key", "paused")
                    .post(
                            "/api/payments",
                            Orders.externalKnownAs("paused", books.accounts().getFirst(), "1.00"))
                    .expect(201)
                    .text("id");
            eventually(() -> story(payment).contains("AttemptStarted"));
            paused.pause();

            try (ServiceNode other = start("other", bank)) {
                ApiClient auditor = other.admin();
                eventually(() -> story(payment).contains("PaymentSettled"));
                List<String> settled = story(payment);
                paused.goOn();
                eventually(() -> paused.said("Payment " + payment + ", attempt 1 with SIMBANK"));

                assertThat(story(payment)).isEqualTo(settled).containsOnlyOnce("AttemptStarted", "PaymentSettled");
                assertThat(bank.testimony().executionsOf(payment)).hasSize(1);
                assertThat(bank.testimony().arrivalsOf(payment)).isEqualTo(1);
                books.areInOrder(auditor);
            }
        }
    }

    private ServiceNode start(String name, BadBank bank) {
        return ServiceNode.start(
                folder.resolve(name + ".log"),
                Stream.concat(
                                Stream.of(database.springProperties()),
                                Stream.of(
                                        "ledgerbank.banks.timeout=5s",
                                        "ledgerbank.banks.directory[0].code=SIMBANK",
                                        "ledgerbank.banks.directory[0].name=Simulated Bank",
                                        "ledgerbank.banks.directory[0].country=GB",
                                        "ledgerbank.banks.directory[0].api-endpoint=" + bank.url()))
                        .toArray(String[]::new));
    }

    private List<String> story(String payment) {
        return JdbcClient.create(database.dataSource())
                .sql("SELECT type FROM eventlog.event WHERE stream_id = ? ORDER BY sequence")
                .param(payment)
                .query(String.class)
                .list();
    }

    private static void eventually(Callable<Boolean> condition) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).until(condition);
    }
}
