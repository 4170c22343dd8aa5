package io.ledgerbank.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SimulatorOptionsTest {

    @Test
    void are_port_8090_on_the_loopback_address_by_default() {
        SimulatorSettings settings = read(Map.of(), Map.of());

        assertThat(settings.port()).isEqualTo(8090);
        assertThat(settings.bindAddress()).isEqualTo("127.0.0.1");
        assertThat(settings.journal()).isEqualTo(Path.of("data/simulator/journal.jsonl"));
        assertThat(settings.notifications()).isEmpty();
    }

    @Test
    void are_taken_from_arguments_before_properties_before_the_environment() {
        Map<String, String> properties =
                Map.of("ledgerbank.simulator.port", "2", "ledgerbank.simulator.late-reply", "PT2S");
        Map<String, String> environment = Map.of(
                "LEDGERBANK_SIMULATOR_PORT", "3",
                "LEDGERBANK_SIMULATOR_LATE_REPLY", "PT3S",
                "LEDGERBANK_SIMULATOR_BIND_ADDRESS", "0.0.0.0");

        SimulatorSettings settings = read(properties, environment, "--port=1");

        assertThat(settings.port()).isEqualTo(1);
        assertThat(settings.lateReply()).isEqualTo(Duration.ofSeconds(2));
        assertThat(settings.bindAddress()).isEqualTo("0.0.0.0");
    }

    @Test
    void name_the_address_of_notifications_with_their_secret() {
        SimulatorSettings settings = read(
                Map.of(), Map.of(), "--notification-url=http://127.0.0.1:9/outcomes", "--notification-secret=s3cret");

        assertThat(settings.notifications())
                .hasValue(new NotificationTarget(URI.create("http://127.0.0.1:9/outcomes"), "s3cret"));
    }

    @Test
    void are_refused_in_one_sentence_when_they_make_no_sense() {
        refuses("The option port cannot be many", "--port=many");
        refuses("The simulator's port must be between 0 and 65535, not 70000", "--port=70000");
        refuses("The option late-reply cannot be soon", "--late-reply=soon");
        refuses("notification-url and notification-secret come together or not at all", "--notification-secret=x");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(Map.of(), Map.of(), "--prot=1"))
                .withMessageStartingWith("Unknown argument --prot: there are --port=, ");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(Map.of(), Map.of(), "--notification-url=ftp://x", "--notification-secret=x"));
    }

    private static void refuses(String message, String... arguments) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read(Map.of(), Map.of(), arguments))
                .withMessage(message);
    }

    private static SimulatorSettings read(
            Map<String, String> properties, Map<String, String> environment, String... arguments) {
        return SimulatorOptions.read(arguments, name -> Optional.ofNullable(properties.get(name)), environment);
    }
}
