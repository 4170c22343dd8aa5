package io.ledgerbank.app.dashboard;

import static org.awaitility.Awaitility.await;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.payment.Outcome;
import io.ledgerbank.api.payment.ParkPayment;
import io.ledgerbank.api.payment.RecordOutcome;
import io.ledgerbank.api.payment.StartAttempt;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.app.payment.Counter;
import io.ledgerbank.app.payment.PaymentCase;
import io.ledgerbank.app.payment.PaymentTest;
import io.ledgerbank.app.testing.Client;
import io.ledgerbank.command.user.Password;
import io.ledgerbank.command.user.Registrations;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** An operator at a browser, and payments wherever a test wants them: nobody calls banks. */
@PaymentTest
abstract class DashboardCase extends PaymentCase {

    static final String PASSWORD = "long enough for any staff";

    @Autowired
    private Registrations registrations;

    @Autowired
    CommandGateway commands;

    Chrome chrome;

    @BeforeEach
    void a_browser() {
        chrome = Chrome.at(alice.port());
    }

    Chrome asAdmin() {
        return chrome.loggedIn(somebody(Role.ADMIN), PASSWORD).sees("Overview");
    }

    Chrome asSupport() {
        return chrome.loggedIn(somebody(Role.SUPPORT), PASSWORD).sees("Overview");
    }

    String somebody(Role role) {
        String email = UUID.randomUUID() + "@example.com";
        registrations.register(UserId.next(), email, "Sam Staff", Password.of(PASSWORD), role);
        return email;
    }

    /** Written down and known to the read side. */
    String unsent(String amount) {
        return ordered(amount, "Lunch");
    }

    String ordered(String amount, String remittance) {
        String id = Counter.pay(
                        alice,
                        Map.of(
                                "type",
                                "PAYMENT",
                                "amount",
                                Map.of("amount", amount, "currency", "GBP"),
                                "remittanceInformation",
                                remittance,
                                "debtorAccountId",
                                alices,
                                "endToEndId",
                                "E2E-" + UUID.randomUUID().toString().substring(0, 8),
                                "creditor",
                                Map.of("name", "Carol Creditor", "iban", Counter.CAROLS_IBAN, "bankCode", "SIMBANK")))
                .is(201)
                .text("id");
        stateIs(id, "RUNNING");
        return id;
    }

    String settled(String amount) {
        String id = unsent(amount);
        attempt(id);
        told(id, new Outcome.Executed("SIM-" + id.substring(30), LocalDate.now(ZoneOffset.UTC)));
        stateIs(id, "COMPLETED");
        return id;
    }

    String stuck(String amount) {
        String id = unsent(amount);
        attempt(id);
        commands.sendAndWait(new ParkPayment(PaymentId.parse(id), 1, Reason.TIMEOUT));
        stateIs(id, "STUCK");
        return id;
    }

    void attempt(String id) {
        commands.sendAndWait(new StartAttempt(PaymentId.parse(id), 1, Duration.ofSeconds(5)));
    }

    void told(String id, Outcome outcome) {
        commands.sendAndWait(new RecordOutcome(PaymentId.parse(id), 1, outcome));
    }

    void stateIs(String id, String state) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> state.equals(state(teller, id)));
    }

    private static String state(Client client, String id) {
        return client.get("/api/sagas/" + id).body().path("state").asString("");
    }
}
