package io.ledgerbank.app.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchRuntimeException;

import io.ledgerbank.simulator.BankSimulator;
import io.ledgerbank.simulator.SimulatorSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class StartupRefusalReporterTest {

    private final StartupRefusalReporter reporter = new StartupRefusalReporter(null);

    @Test
    void a_taken_simulator_port_is_named(CapturedOutput output, @TempDir Path folder) throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            SimulatorSettings settings =
                    SimulatorSettings.withJournal(folder.resolve("journal")).withPort(taken.getLocalPort());
            RuntimeException refused = catchRuntimeException(() -> BankSimulator.start(settings));

            assertThat(reporter.reportException(new IllegalStateException("a bean failed", refused)))
                    .isTrue();

            assertThat(output.getErr().lines())
                    .singleElement()
                    .asString()
                    .contains("simulator")
                    .contains(":" + taken.getLocalPort())
                    .endsWith(".");
        }
    }

    @Test
    void a_failure_that_it_does_not_know_is_left_to_spring_boot(CapturedOutput output) {
        assertThat(reporter.reportException(new IllegalStateException("a bug"))).isFalse();
        assertThat(output.getErr()).isEmpty();
    }
}
