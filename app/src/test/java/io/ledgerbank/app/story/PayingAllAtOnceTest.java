package io.ledgerbank.app.story;

import static io.ledgerbank.app.story.ExternalDatabaseService.ADMIN_EMAIL;
import static io.ledgerbank.app.story.ExternalDatabaseService.ADMIN_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ledgerbank.testing.TestPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Payments that commit at the same time must all be found in the entries, in the books and nowhere twice. */
class PayingAllAtOnceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ACCOUNTS = 6;
    private static final int TRANSFERS = 120;

    @TempDir
    private Path folder;

    @Test
    void every_leg_of_every_transfer_is_in_the_entries_and_clearing_is_empty() throws Exception {
        String[] database = TestPostgres.freshDatabase().springProperties();
        try (ExternalDatabaseService service = ExternalDatabaseService.start(folder, database)) {
            ApiClient admin = ApiClient.at(service.url()).login(ADMIN_EMAIL, ADMIN_PASSWORD);
            List<String> accounts =
                    IntStream.range(0, ACCOUNTS).mapToObj(i -> open(admin)).toList();

            atOnce(IntStream.range(0, TRANSFERS)
                    .<Callable<Integer>>mapToObj(i -> () -> admin.pay(Orders.transfer(
                                    accounts.get(i % ACCOUNTS),
                                    accounts.get((i + 1 + i / ACCOUNTS % 4) % ACCOUNTS),
                                    "1.00",
                                    "Lunch " + i))
                            .expect(201)
                            .status())
                    .toList());

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(entries(admin, accounts)).isEqualTo(ACCOUNTS + 2 * TRANSFERS));
            JsonNode books = admin.get("/api/audit/trial-balance").expect(200).body();
            assertThat(balanceOf(books, "clearing")).isEqualTo("0.00");
            assertThat(balanceOf(books, "cash")).isEqualTo("-600.00");
        }
    }

    private static String open(ApiClient owner) {
        String account = owner.post(
                        "/api/accounts", Map.of("name", "One of many", "type", "CHECKING", "currency", "GBP"))
                .expect(201)
                .text("id");
        owner.pay(Orders.deposit(account, "100.00")).expect(201);
        await().atMost(PATIENCE)
                .until(() -> owner.get("/api/accounts/" + account).status() == 200);
        return account;
    }

    private static void atOnce(List<Callable<Integer>> calls) throws Exception {
        try (ExecutorService callers = Executors.newFixedThreadPool(12)) {
            for (Future<Integer> answer : callers.invokeAll(calls)) {
                answer.get();
            }
        }
    }

    private static int entries(ApiClient reader, List<String> accounts) {
        return accounts.stream()
                .mapToInt(account -> reader.get("/api/accounts/" + account + "/entries?limit=100")
                        .expect(200)
                        .body()
                        .path("items")
                        .size())
                .sum();
    }

    private static String balanceOf(JsonNode books, String account) {
        return books.at("/currencies/0/accounts")
                .valueStream()
                .filter(line -> line.path("account").asString().equals(account))
                .map(line -> line.at("/balance/amount").asString())
                .findFirst()
                .orElseThrow();
    }
}
