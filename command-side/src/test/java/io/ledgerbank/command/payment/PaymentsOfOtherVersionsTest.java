package io.ledgerbank.command.payment;

import static io.ledgerbank.command.testing.People.ALICE;
import static io.ledgerbank.command.testing.People.pounds;
import static io.ledgerbank.command.testing.TestBank.external;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.AttemptFailed;
import io.ledgerbank.api.payment.BankInstruction;
import io.ledgerbank.api.payment.StartAttempt;
import io.ledgerbank.command.eventlog.ChainReport;
import io.ledgerbank.command.eventlog.RawLog;
import io.ledgerbank.command.eventtype.UnreadableEventException;
import io.ledgerbank.command.testing.CommandSideTest;
import io.ledgerbank.command.testing.TestBank;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;

/** Payments whose attempts another version of the service recorded. */
@CommandSideTest
class PaymentsOfOtherVersionsTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final TestBank bank;
    private final CommandGateway commands;
    private final EventStore store;
    private final RawLog log;

    PaymentsOfOtherVersionsTest(TestBank bank, CommandGateway commands, EventStore store, DataSource dataSource) {
        this.bank = bank;
        this.commands = commands;
        this.store = store;
        this.log = new RawLog(dataSource);
    }

    @Test
    void goes_on_where_the_earlier_version_left_off() {
        PaymentId payment = bank.pay(ALICE, external(bank.openWith(ALICE, pounds("10.00")), pounds("1.00")))
                .id();
        commands.sendAndWait(new StartAttempt(payment, 1, TIMEOUT));
        log.append("Payment", payment.toString(), "AttemptFailed", Optional.of("1"), """
                {"paymentId":"%s","attempt":1,"reason":"service_unavailable",\
                "failedAt":"2026-11-22T12:00:00Z","nextAttemptAt":"2026-11-22T12:00:01Z"}""".formatted(payment));

        Optional<BankInstruction> second = commands.sendAndWait(new StartAttempt(payment, 2, TIMEOUT));

        assertThat(second).hasValueSatisfying(sent -> assertThat(sent.attempt()).isEqualTo(2));
        assertThat(store.readEvents(payment.toString()).asStream().map(event -> (Object) event.getPayload()))
                .contains(new AttemptFailed(
                        payment,
                        1,
                        Reason.SERVICE_UNAVAILABLE,
                        Instant.parse("2026-11-22T12:00:00Z"),
                        Instant.parse("2026-11-22T12:00:01Z"),
                        1));
        assertThat(log.verify()).isInstanceOf(ChainReport.Intact.class);
    }

    @Test
    void stops_alone_where_a_version_unknown_here_went_on() {
        AccountId account = bank.openWith(ALICE, pounds("10.00"));
        PaymentId payment = bank.pay(ALICE, external(account, pounds("1.00"))).id();
        log.append("Payment", payment.toString(), "AttemptAbandoned", Optional.of("1"), "{}");

        assertThatThrownBy(() -> commands.sendAndWait(new StartAttempt(payment, 1, TIMEOUT)))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining("of Payment " + payment + ", is AttemptAbandoned of revision 1");
        assertThat(bank.tryToPay(ALICE, external(account, pounds("9.00")))).isEmpty();
    }
}
