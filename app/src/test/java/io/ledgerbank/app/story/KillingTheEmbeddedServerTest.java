package io.ledgerbank.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ledgerbank.LedgerBank;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The service that newcomers start looks after its own database. */
class KillingTheEmbeddedServerTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    private ServiceProcess service;
    private ApiClient anyone;

    @BeforeEach
    void start() {
        service = ServiceProcess.start(
                LedgerBank.class,
                folder.resolve("service.log"),
                List.of(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--ledgerbank.data-directory=" + folder.resolve("data"),
                        "--ledgerbank.simulator.enabled=false"));
        anyone = ApiClient.at(
                service.awaitLine("API +(http://localhost:\\d+)/api\\s").group(1));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void ends_in_a_server_that_is_back_with_everything_that_was_acknowledged() throws IOException {
        ApiClient management = ApiClient.at(
                service.awaitLine("Management +(http://127\\.0\\.0\\.1:\\d+)/").group(1));
        ApiClient admin = anyone.login("admin@example.com", "admin-demo-password");
        String account = admin.post(
                        "/api/accounts", Map.of("name", "Rainy days", "type", "CHECKING", "currency", "GBP"))
                .expect(201)
                .text("id");
        admin.pay(Orders.deposit(account, "70.00")).expect(201);

        killPostgres();

        service.awaitLine("PostgreSQL has died");
        await().atMost(PATIENCE).until(() -> restarts(management) == 1);
        await().atMost(PATIENCE).until(() -> anyone.get("/api/health/ready").status() == 200);
        admin.pay(Orders.deposit(account, "5.00")).expect(201);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Books.posted(admin, account)).isEqualByComparingTo("75.00"));
        assertThat(management.get("/actuator/health").expect(200).text("status"))
                .isEqualTo("UP");
    }

    private void killPostgres() throws IOException {
        Path pidFile = folder.resolve("data/postgres/postmaster.pid");
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        assertThat(ProcessHandle.of(pid)).hasValueSatisfying(ProcessHandle::destroyForcibly);
    }

    private static double restarts(ApiClient management) {
        return management
                .get("/actuator/metrics/ledgerbank.postgres.restarts")
                .expect(200)
                .body()
                .at("/measurements/0/value")
                .asDouble();
    }
}
