package io.ledgerbank.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.ledgerbank.LedgerBank;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The tour in docs/ is a promise to newcomers; here it walks through a service started as they would. */
class TourTest {

    private static final Path TOUR = Path.of("..", "docs", "tour.sh");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void the_tour_runs_from_the_first_login_to_the_trial_balance() throws IOException, InterruptedException {
        assumeTrue(isInstalled("bash") && isInstalled("curl"), "The tour needs bash and curl");
        try (ServiceProcess service = ServiceProcess.start(
                LedgerBank.class,
                folder.resolve("service.log"),
                List.of(
                        "--server.port=0",
                        "--management.server.port=0",
                        "--ledgerbank.simulator.port=0",
                        "--ledgerbank.data-directory=" + folder.resolve("data")))) {
            String base =
                    service.awaitLine("API +(http://localhost:\\d+)/api\\s").group(1);

            ProcessBuilder tour = new ProcessBuilder("bash", TOUR.toString()).redirectErrorStream(true);
            tour.environment().put("BASE", base);
            Process process = tour.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(process.waitFor()).as(output).isZero();
            assertThat(output)
                    .contains("COMPLETED", "PaymentSettled", "insufficient_funds", "invalid_amount_format", "Done.");
        }
    }

    private static boolean isInstalled(String command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command, "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor(10, TimeUnit.SECONDS);
        } catch (IOException missing) {
            return false;
        }
    }
}
