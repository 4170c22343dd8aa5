package io.ledgerbank.app.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.app.testing.Client;
import io.ledgerbank.app.testing.WholeApp;
import io.ledgerbank.command.user.Password;
import io.ledgerbank.command.user.Registrations;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One administrator alone, who makes the second person. */
@WholeApp
class MadeUpSecondPersonTest {

    private static final Map<String, String> WHY = Map.of("reason", "Her identity is confirmed");
    private static final String PASSWORD = "one chosen by who made them";

    @LocalServerPort
    private int port;

    @Autowired
    private Registrations registrations;

    @Test
    void nobody_makes_a_second_person_for_themselves() {
        Client admin = person(Role.ADMIN);
        String account = frozenBy(admin);
        List<String> made = List.of(made(admin, "SUPPORT"), made(admin, "ADMIN"));
        String approval = admin.post(account + "/unfreeze", WHY).is(202).header("Location");
        String later = made(admin, "ADMIN");

        approve(made.getFirst(), approval);
        approve(made.getLast(), approval);
        approve(later, approval);

        String late = made(person(Role.ADMIN), "SUPPORT");
        assertThat(Client.of(port)
                        .loggedIn(late, PASSWORD)
                        .post(approval + "/reject", WHY)
                        .isProblem(403, "self_approval")
                        .text("detail"))
                .contains("before it was asked for");
    }

    @Test
    void nobody_promotes_a_customer_to_be_their_second_person() {
        Client admin = person(Role.ADMIN);
        String account = frozenBy(admin);
        String email = UUID.randomUUID() + "@example.com";
        String customer = Client.of(port).register(email, PASSWORD).text("id");
        admin.send("PUT", "/api/users/" + customer, Map.of("role", "ADMIN")).is(200);
        String approval = admin.post(account + "/unfreeze", WHY).is(202).header("Location");

        approve(email, approval);
    }

    private void approve(String email, String approval) {
        Client.of(port)
                .loggedIn(email, PASSWORD)
                .post(approval + "/approve", "")
                .isProblem(403, "self_approval");
    }

    private static String made(Client admin, String role) {
        String email = UUID.randomUUID() + "@example.com";
        var body = Map.of("email", email, "fullName", "Nobody", "password", PASSWORD, "role", role);
        admin.post("/api/users/admin", body).is(201);
        return email;
    }

    private String frozenBy(Client staff) {
        String account = "/api/accounts/"
                + person(Role.USER)
                        .post("/api/accounts", Map.of("name", "Everyday", "type", "CHECKING", "currency", "GBP"))
                        .is(201)
                        .text("id");
        staff.post(account + "/freeze", Map.of("reason", "Strange payments")).is(200);
        return account;
    }

    private Client person(Role role) {
        String email = UUID.randomUUID() + "@example.com";
        registrations.register(UserId.next(), email, "Somebody", Password.of(PASSWORD), role);
        return Client.of(port).loggedIn(email, PASSWORD);
    }
}
