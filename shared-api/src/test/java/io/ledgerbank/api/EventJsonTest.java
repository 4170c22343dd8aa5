package io.ledgerbank.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.account.AccountEvent;
import io.ledgerbank.api.approval.ApprovalEvent;
import io.ledgerbank.api.bank.BankEvent;
import io.ledgerbank.api.bankconnection.BankConnectionEvent;
import io.ledgerbank.api.payment.PaymentEvent;
import io.ledgerbank.api.standingorder.StandingOrderEvent;
import io.ledgerbank.api.user.UserEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * The log keeps events for ever, so their JSON is pinned in approved files: a change here is a schema change and needs
 * an upcast (docs/events.md). {@code -Dapprove.events=true} writes the files of new events.
 */
class EventJsonTest {

    private static final Path APPROVED = Path.of("src/test/resources/events");
    private static final JsonMapper JSON = JsonMapper.shared();

    @ParameterizedTest
    @MethodSource("io.ledgerbank.api.Examples#events")
    void an_event_is_written_as_approved(Object event) {
        String written = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(event) + "\n";

        assertThat(written.replace("\r\n", "\n")).isEqualTo(approved(event, ".approved.json", written));
    }

    @ParameterizedTest
    @MethodSource("io.ledgerbank.api.Examples#fullEvents")
    void an_event_that_says_all_it_can_is_written_as_approved(Object event) {
        String written = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(event) + "\n";

        assertThat(written.replace("\r\n", "\n")).isEqualTo(approved(event, ".full.approved.json", written));
    }

    @ParameterizedTest
    @MethodSource({"io.ledgerbank.api.Examples#events", "io.ledgerbank.api.Examples#fullEvents"})
    void an_event_is_read_back_as_it_was(Object event) {
        assertThat(JSON.readValue(JSON.writeValueAsString(event), event.getClass()))
                .isEqualTo(event);
    }

    @Test
    void every_event_has_an_example() {
        Set<Class<?>> pinned = Examples.events().map(Object::getClass).collect(Collectors.toSet());

        assertThat(Stream.of(
                                AccountEvent.class,
                                ApprovalEvent.class,
                                BankConnectionEvent.class,
                                BankEvent.class,
                                PaymentEvent.class,
                                StandingOrderEvent.class,
                                UserEvent.class)
                        .flatMap(EventJsonTest::records))
                .containsExactlyInAnyOrderElementsOf(pinned);
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(EventJsonTest::records);
    }

    private static String approved(Object event, String ending, String written) {
        Path file = APPROVED.resolve(event.getClass().getSimpleName() + ending);
        try {
            if (Boolean.getBoolean("approve.events") && Files.notExists(file)) {
                Files.writeString(file, written);
            }
            return Files.readString(file).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
