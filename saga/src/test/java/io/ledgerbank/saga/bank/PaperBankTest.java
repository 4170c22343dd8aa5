package io.ledgerbank.saga.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.account.Iban;
import io.ledgerbank.api.bank.Bank;
import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.bank.Integration;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.BankInstruction;
import io.ledgerbank.api.payment.Outcome;
import io.ledgerbank.saga.Orders;
import io.ledgerbank.simulator.BankSimulator;
import io.ledgerbank.simulator.HostedBank;
import io.ledgerbank.simulator.SimulatorSettings;
import io.ledgerbank.simulator.TestCreditor;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bank with other codes, another date format and no dedupe, reached through the gateway that the service gives it. */
class PaperBankTest {

    private static final BankCode PAPERBANK = new BankCode("PAPERBANK");
    private static final String SETTLEMENT = "settlement-GBP";
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private final HttpClient client = BankClients.client(LONG);
    private BankSimulator simulator;
    private BankGateway gateway;

    @BeforeEach
    void open() {
        simulator = BankSimulator.start(SimulatorSettings.withJournal(folder.resolve("journal")));
        Bank bank = new Bank(PAPERBANK, "Paper Bank", "GB", simulator.url(HostedBank.PAPERBANK), Integration.PAPER);
        Clock clock = Clock.systemUTC();
        gateway = new SimulatorGateway(
                bank,
                new BankHttp(client, new AllowedHosts(List.of("127.0.0.1"), List::of), clock),
                new Verdicts(new IsoReasons(new SimpleMeterRegistry()), clock),
                LONG,
                clock,
                new PaperWording());
    }

    @AfterEach
    void close() {
        simulator.close();
        client.shutdownNow();
    }

    @Test
    void its_dates_are_understood() {
        assertThat(gateway.submit(to(Orders.ANYONE.value()))).isInstanceOf(Outcome.Executed.class);
    }

    @Test
    void its_codes_are_understood() {
        assertThat(gateway.submit(to(TestCreditor.REJECTS_AC04.iban())))
                .isInstanceOfSatisfying(Outcome.NotExecuted.class, rejected -> assertThat(rejected.reason())
                        .isEqualTo(Reason.CREDITOR_ACCOUNT_CLOSED));
    }

    @Test
    void its_statement_shows_that_it_does_not_dedupe() {
        BankInstruction instruction = to(Orders.ANYONE.value());
        gateway.submit(instruction);
        gateway.submit(instruction);

        BankAnswer<BankTransactions> told = gateway.transactions(BankAccess.ourselves(), SETTLEMENT, Optional.empty());

        assertThat(told).isInstanceOf(BankAnswer.Told.class);
        assertThat(((BankAnswer.Told<BankTransactions>) told).content().items())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.instructionId())
                        .contains(instruction.instructionId().toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"valueDate\":\"2026-11-20\"}",
                "{\"valueDate\":\"31.02.2026\"}",
                "{\"bookedAt\":\"20.11.2026\"}",
                "<html></html>"
            })
    void what_is_not_its_wording_stays_for_others_to_refuse(String body) {
        assertThat(new PaperWording().plain(body)).isEqualTo(body);
    }

    @Test
    void a_code_that_it_never_told_us_about_stays_unknown() {
        assertThat(new PaperWording().plain("{\"isoReason\":\"E777\"}")).contains("E777");
    }

    private static BankInstruction to(String iban) {
        return new BankInstruction(
                PaymentId.next(),
                1,
                Orders.AMOUNT,
                Orders.ALICE,
                Orders.creditor(Iban.parse(iban), PAPERBANK),
                "Invoice 7",
                Optional.empty(),
                Clock.systemUTC().instant().plusSeconds(60));
    }
}
