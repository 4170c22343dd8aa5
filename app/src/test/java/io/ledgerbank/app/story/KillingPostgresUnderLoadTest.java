package io.ledgerbank.app.story;

import static io.ledgerbank.app.story.ExternalDatabaseService.ADMIN_EMAIL;
import static io.ledgerbank.app.story.ExternalDatabaseService.ADMIN_PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ledgerbank.app.postgres.DataFolders;
import io.ledgerbank.app.postgres.OwnPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The service lives on while its database does not. */
class KillingPostgresUnderLoadTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int CALLERS = 16;
    private static final int ENOUGH = Weather.transfers(200);

    @RegisterExtension
    final DataFolders folders = new DataFolders();

    @TempDir
    private Path folder;

    private OwnPostgres postgres;
    private ExternalDatabaseService service;
    private ApiClient admin;

    @BeforeEach
    void start() throws IOException {
        postgres = OwnPostgres.startOn(folders.used());
        service = ExternalDatabaseService.start(folder, postgres.springProperties());
        admin = ApiClient.at(service.url()).login(ADMIN_EMAIL, ADMIN_PASSWORD);
    }

    @AfterEach
    void stop() {
        service.close();
        postgres.close();
    }

    @ParameterizedTest(name = "storm {0}")
    @MethodSource("io.ledgerbank.app.story.Weather#rounds")
    void is_answered_by_503_meanwhile_and_by_nothing_lost_afterwards() throws InterruptedException {
        Books books = Books.open(admin, 6, postgres.dataSource());
        String debtor = Books.account(admin);
        TransferLoad load = TransferLoad.start(CALLERS, books.accounts(), List.of(admin));
        Queue<ApiClient.Answer> reads = new ConcurrentLinkedQueue<>();
        AtomicBoolean reading = new AtomicBoolean(true);
        Thread reader = Thread.ofVirtual().start(() -> readWhile(reading, books.accounts(), reads));
        await().atMost(PATIENCE).until(() -> load.acknowledged().size() >= ENOUGH);
        List<String> external = IntStream.range(0, 10)
                .mapToObj(i -> admin.pay(Orders.external(debtor, Orders.CAROLS_IBAN, "10.00", "Invoice " + i))
                        .expect(201)
                        .text("id"))
                .toList();

        postgres.kill();
        await().atMost(PATIENCE).until(() -> load.others().size() >= 3 * CALLERS);
        await().atMost(PATIENCE).until(() -> reads.stream().anyMatch(answer -> answer.status() == 503));
        assertThat(ApiClient.at(service.url()).get("/api/health/ready").status())
                .isEqualTo(503);
        postgres.startAgain();

        int acknowledged = load.acknowledged().size();
        await().atMost(PATIENCE).until(() -> load.acknowledged().size() >= acknowledged + ENOUGH);
        load.close();
        reading.set(false);
        reader.join();

        assertThat(load.unanswered()).isZero();
        assertThat(load.others()).allSatisfy(KillingPostgresUnderLoadTest::asksToComeBackLater);
        assertThat(reads)
                .filteredOn(answer -> answer.status() != 200)
                .allSatisfy(KillingPostgresUnderLoadTest::asksToComeBackLater);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(external).allSatisfy(payment -> assertThat(
                        admin.get("/api/payments/" + payment + "/status").text("status"))
                .isEqualTo("COMPLETED")));
        books.holdWhatWasAskedFor(admin, load);
        books.areInOrder(admin);
        await().atMost(PATIENCE)
                .until(() ->
                        ApiClient.at(service.url()).get("/api/health/ready").status() == 200);
    }

    private void readWhile(AtomicBoolean reading, List<String> accounts, Queue<ApiClient.Answer> answers) {
        for (int i = 0; reading.get(); i++) {
            answers.add(admin.get("/api/accounts/" + accounts.get(i % accounts.size()) + "/balance"));
            answers.add(admin.get("/api/payments?limit=1"));
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private static void asksToComeBackLater(ApiClient.Answer answer) {
        assertThat(answer.expect(503).text("code")).isEqualTo("service_unavailable");
        assertThat(answer.response().headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.response().headers().firstValueAsLong("Retry-After")).isPresent();
    }
}
