package io.ledgerbank.saga.bank;

import io.ledgerbank.api.bank.Bank;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.BankInstruction;
import io.ledgerbank.api.payment.Outcome;
import io.ledgerbank.saga.Orders;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** A gateway to a bank that does what each test wants. */
abstract class GatewayTest {

    static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    static final AllowedHosts ANYWHERE_HERE = new AllowedHosts(List.of("127.0.0.1", "localhost"), List::of);
    static final PaymentId ID = PaymentId.next();
    static final Outcome UNUSABLE = new Outcome.Unknown(Reason.BANK_API_ERROR);
    static final Outcome UNANSWERED = new Outcome.Unknown(Reason.TIMEOUT);
    static final Duration SHORT = Duration.ofMillis(300);
    static final Duration LONG = Duration.ofSeconds(20);

    final ScriptedBank bank = new ScriptedBank();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(LONG)
            .build();

    @AfterEach
    void close() {
        bank.close();
        client.shutdownNow();
    }

    BankGateway gateway() {
        return gatewayTo(bank.url(), LONG);
    }

    BankGateway impatientGateway() {
        return gatewayTo(bank.url(), SHORT);
    }

    BankGateway gatewayTo(URI url, Duration timeout) {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return new SimulatorGateway(
                new Bank(Orders.SIMBANK, "Bank Simulator", "GB", url),
                new BankHttp(client, ANYWHERE_HERE, clock),
                new Verdicts(new IsoReasons(meters), clock),
                timeout,
                clock);
    }

    static BankInstruction instruction(Instant deadline) {
        return new BankInstruction(
                ID,
                1,
                Orders.AMOUNT,
                Orders.ALICE,
                Orders.creditor(Orders.ANYONE, Orders.SIMBANK),
                "Invoice 7",
                Optional.of("invoice-7"),
                deadline);
    }

    static BankInstruction instruction() {
        return instruction(NOW.plusSeconds(60));
    }

    static String executed() {
        return reply("EXECUTED", "\"bankReference\":\"REF-1\",\"valueDate\":\"2026-01-02\"");
    }

    static String executed(String amount, String currency) {
        return reply(
                "EXECUTED",
                "\"bankReference\":\"REF-1\",\"valueDate\":\"2026-01-02\",\"amount\":{\"amount\":\"%s\",\"currency\":\"%s\"}"
                        .formatted(amount, currency));
    }

    static String rejected(String isoReason) {
        return reply("REJECTED", "\"isoReason\":\"" + isoReason + "\",\"text\":\"No\"");
    }

    static String leftAlone() {
        return "{\"instructionId\":\"%s\",\"status\":\"UNAVAILABLE\"}".formatted(ID);
    }

    static String reply(String status, String more) {
        return "{\"instructionId\":\"%s\",\"status\":\"%s\",%s}".formatted(ID, status, more);
    }
}
