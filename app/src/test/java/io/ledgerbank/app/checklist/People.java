package io.ledgerbank.app.checklist;

import static org.awaitility.Awaitility.await;

import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.app.testing.Answer;
import io.ledgerbank.app.testing.Client;
import io.ledgerbank.command.user.Password;
import io.ledgerbank.command.user.Registrations;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** People of every role, and what they own. */
record People(int port, Registrations registrations) {

    static final String PASSWORD = "a password long enough for staff";

    /** Somebody with an address, a login and a client that is logged in. */
    record Person(String email, Answer session, Client client) {

        String token() {
            return session.text("accessToken");
        }
    }

    Client anybody() {
        return Client.of(port);
    }

    Person person(Role role) {
        String email = UUID.randomUUID() + "@example.com";
        registrations.register(UserId.next(), email, "Somebody", Password.of(PASSWORD), role);
        Answer session = anybody().login(email, PASSWORD).is(200);
        return new Person(email, session, anybody().bearing(session.text("accessToken")));
    }

    static String open(Client owner) {
        return owner.post("/api/accounts", Map.of("name", "Everyday", "type", "CHECKING", "currency", "GBP"))
                .is(201)
                .text("id");
    }

    /** An account with 100.00 pounds. */
    String funded(Client owner) {
        String account = open(owner);
        pay(person(Role.SUPPORT).client(), deposit(account, "100.00")).is(201);
        await().atMost(Duration.ofSeconds(20)).until(() -> owner.get("/api/accounts/" + account)
                .text("available.amount")
                .equals("100.00"));
        return account;
    }

    static Answer pay(Client caller, Object order) {
        return caller.with("Idempotency-Key", UUID.randomUUID().toString()).post("/api/payments", order);
    }

    static Map<String, Object> deposit(String account, String amount) {
        return Map.of(
                "type",
                "DEPOSIT",
                "amount",
                Map.of("amount", amount, "currency", "GBP"),
                "remittanceInformation",
                "Lunch",
                "creditorAccountId",
                account);
    }

    static Map<String, Object> transfer(String debtor, String creditor, Object amount, String text) {
        return Map.of(
                "type", "TRANSFER",
                "amount", Map.of("amount", amount, "currency", "GBP"),
                "remittanceInformation", text,
                "debtorAccountId", debtor,
                "creditorAccountId", creditor);
    }
}
