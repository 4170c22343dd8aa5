package io.ledgerbank.app.payment;

import static org.awaitility.Awaitility.await;

import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.app.testing.Answer;
import io.ledgerbank.app.testing.Client;
import io.ledgerbank.command.user.Password;
import io.ledgerbank.command.user.Registrations;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Where people of their own for each test come to pay, over HTTP. */
public final class Counter {

    public static final String CAROLS_IBAN = "DE89370400440532013000";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String PASSWORD = "long enough for any staff";

    private final int port;
    private final Registrations registrations;

    Counter(int port, Registrations registrations) {
        this.port = port;
        this.registrations = registrations;
    }

    public Client somebody(Role role) {
        String email = UUID.randomUUID() + "@example.com";
        registrations.register(UserId.next(), email, "Somebody", Password.of(PASSWORD), role);
        return Client.of(port).loggedIn(email, PASSWORD);
    }

    public static String open(Client owner, String currency) {
        return owner.with("Idempotency-Key", key())
                .post("/api/accounts", Map.of("name", "Everyday", "type", "CHECKING", "currency", currency))
                .is(201)
                .text("id");
    }

    public static Answer pay(Client caller, Map<String, ?> order) {
        return caller.with("Idempotency-Key", key()).post("/api/payments", order);
    }

    public static Answer process(Client caller, String payment) {
        return caller.with("Idempotency-Key", key()).post("/api/payments/" + payment + "/process", "");
    }

    public static Answer cancel(Client caller, String payment) {
        return caller.send("DELETE", "/api/payments/" + payment, "");
    }

    public static Map<String, Object> pounds(String amount) {
        return Map.of("amount", amount, "currency", "GBP");
    }

    public static Map<String, Object> deposit(String account, String amount) {
        return order("DEPOSIT", amount, "creditorAccountId", account);
    }

    public static Map<String, Object> transfer(String debtor, String creditor, String amount) {
        return order("TRANSFER", amount, "debtorAccountId", debtor, "creditorAccountId", creditor);
    }

    public static Map<String, Object> external(String debtor, String iban, String amount) {
        return with(
                order("PAYMENT", amount, "debtorAccountId", debtor),
                "creditor",
                Map.of("name", "Carol Creditor", "iban", iban, "bankCode", "SIMBANK"));
    }

    public static Map<String, Object> with(Map<String, ?> order, String field, Object value) {
        Map<String, Object> more = new HashMap<>(order);
        more.put(field, value);
        return more;
    }

    /** Waits until the account shows this amount as available. */
    public static void available(Client owner, String account, String amount) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> amount.equals(owner.get("/api/accounts/" + account)
                        .body()
                        .at("/available/amount")
                        .asString()));
    }

    /** Waits until the payment is shown with this status. */
    public static Answer shown(Client caller, String payment, String status) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> status.equals(caller.get("/api/payments/" + payment)
                        .body()
                        .path("status")
                        .asString()));
        return caller.get("/api/payments/" + payment);
    }

    public static String key() {
        return UUID.randomUUID().toString();
    }

    private static Map<String, Object> order(String type, String amount, String... accounts) {
        Map<String, Object> order =
                new HashMap<>(Map.of("type", type, "amount", pounds(amount), "remittanceInformation", "Lunch"));
        for (int i = 0; i < accounts.length; i += 2) {
            order.put(accounts[i], accounts[i + 1]);
        }
        return order;
    }
}
