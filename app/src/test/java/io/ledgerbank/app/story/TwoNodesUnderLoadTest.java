package io.ledgerbank.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ledgerbank.testing.TestDatabase;
import io.ledgerbank.testing.TestPostgres;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two whole services on one database, neither of which knows of the other. */
class TwoNodesUnderLoadTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int AT_ONCE = 64;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    private final TestDatabase database = TestPostgres.freshDatabase();
    private ServiceNode one;
    private ServiceNode other;
    private ApiClient adminOfOne;
    private ApiClient adminOfOther;

    @BeforeEach
    void start() {
        one = ServiceNode.start(folder.resolve("one.log"), database.springProperties());
        adminOfOne = one.admin();
        other = ServiceNode.start(folder.resolve("other.log"), database.springProperties());
        adminOfOther = other.admin();
    }

    @AfterEach
    void stop() {
        other.close();
        one.close();
    }

    @ParameterizedTest(name = "storm {0}")
    @MethodSource("io.ledgerbank.app.story.Weather#rounds")
    void keep_one_set_of_books_and_overdraw_no_account() throws Exception {
        Books books = Books.open(adminOfOne, 6, database.dataSource());
        TransferLoad load = TransferLoad.start(16, books.accounts(), List.of(adminOfOne, adminOfOther));
        await().atMost(PATIENCE).until(() -> load.acknowledged().size() >= Weather.transfers(400));
        load.close();

        assertThat(load.unanswered()).isZero();
        assertThat(load.others()).isEmpty();
        books.holdWhatWasAskedFor(adminOfOther, load);

        for (int round = 0; round < 3; round++) {
            emptyOnce(Books.account(adminOfOne), books.accounts().get(round));
        }
        books.areInOrder(adminOfOne);
    }

    /** Each wants all that there is, and one gets it. */
    private void emptyOnce(String hot, String elsewhere) throws Exception {
        String all = Books.posted(adminOfOne, hot).toPlainString();
        List<Callable<Integer>> wishes = IntStream.range(0, AT_ONCE)
                .<Callable<Integer>>mapToObj(i -> () -> {
                    ApiClient node = i % 2 == 0 ? adminOfOne : adminOfOther;
                    Map<String, Object> order = i / 2 % 2 == 0
                            ? Orders.withdrawal(hot, all, "Taken out " + i)
                            : Orders.transfer(hot, elsewhere, all, "Lunch " + i);
                    ApiClient.Answer answer = node.pay(order);
                    if (answer.status() != 201) {
                        assertThat(answer.expect(422).text("code")).isEqualTo("insufficient_funds");
                    }
                    return answer.status();
                })
                .toList();
        try (ExecutorService callers = Executors.newFixedThreadPool(AT_ONCE)) {
            int successes = 0;
            for (Future<Integer> answer : callers.invokeAll(wishes)) {
                successes += answer.get() == 201 ? 1 : 0;
            }
            assertThat(successes).isEqualTo(1);
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Books.posted(adminOfOther, hot)).isEqualByComparingTo(BigDecimal.ZERO));
    }
}
