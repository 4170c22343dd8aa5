package io.ledgerbank.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ledgerbank.testing.TestDatabase;
import io.ledgerbank.testing.TestPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A process that is gone from one instruction to the next, with many transfers on their way. */
class KillingTheServiceUnderLoadTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int CALLERS = 16;
    private static final int ENOUGH = Weather.transfers(300);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @ParameterizedTest(name = "storm {0}")
    @MethodSource("io.ledgerbank.app.story.Weather#rounds")
    void loses_nothing_that_was_acknowledged_and_invents_nothing(int storm) {
        TestDatabase database = TestPostgres.freshDatabase();
        Books books;
        TransferLoad load;
        try (ServiceNode service =
                ServiceNode.start(folder.resolve("first-%d.log".formatted(storm)), database.springProperties())) {
            ApiClient admin = service.admin();
            books = Books.open(admin, 6, database.dataSource());
            load = TransferLoad.start(CALLERS, books.accounts(), List.of(admin));
            await().atMost(PATIENCE).until(() -> load.acknowledged().size() >= ENOUGH);

            service.kill();
            load.close();
        }
        assertThat(load.unanswered()).isPositive();
        assertThat(load.others()).isEmpty();

        try (ServiceNode again =
                ServiceNode.start(folder.resolve("second-%d.log".formatted(storm)), database.springProperties())) {
            ApiClient admin = again.admin();

            books.holdWhatWasAskedFor(admin, load);
            books.areInOrder(admin);
        }
    }
}
