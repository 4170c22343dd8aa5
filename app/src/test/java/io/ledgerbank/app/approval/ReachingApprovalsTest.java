package io.ledgerbank.app.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.app.testing.Client;
import io.ledgerbank.app.testing.WholeApp;
import io.ledgerbank.command.user.Password;
import io.ledgerbank.command.user.Registrations;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WholeApp
class ReachingApprovalsTest {

    private static final String UNKNOWN = "/api/approvals/01900000-0000-7000-8000-000000000a99";
    private static final Map<String, String> WHY = Map.of("reason", "Not this one");

    @LocalServerPort
    private int port;

    @Autowired
    private Registrations registrations;

    @ParameterizedTest
    @EnumSource(names = {"SUPPORT", "ADMIN"})
    void staff_lists_what_waits_for_a_second_person(Role role) {
        Client staff = loggedIn(role);

        assertThat(staff.get("/api/approvals?state=PENDING&limit=1")
                        .is(200)
                        .body()
                        .has("nextCursor"))
                .isTrue();
        staff.get("/api/approvals?state=WAITING").isProblem(400, "invalid_status");
    }

    @Test
    void customers_neither_see_nor_decide_anything() {
        Client customer = loggedIn(Role.USER);

        customer.get("/api/approvals").isProblem(403, "insufficient_permissions");
        customer.get(UNKNOWN).isProblem(403, "insufficient_permissions");
        customer.post(UNKNOWN + "/approve", "").isProblem(403, "insufficient_permissions");
        customer.post(UNKNOWN + "/reject", WHY).isProblem(403, "insufficient_permissions");
    }

    @Test
    void what_nobody_asked_for_is_not_found() {
        Client admin = loggedIn(Role.ADMIN);

        admin.get(UNKNOWN).isProblem(404, "approval_not_found");
        admin.post(UNKNOWN + "/approve", "").isProblem(404, "approval_not_found");
        admin.post(UNKNOWN + "/reject", WHY).isProblem(404, "approval_not_found");
        admin.post("/api/approvals/1/approve", "").isProblem(400, "invalid_uuid_format");
    }

    @Test
    void whoever_disagrees_says_why() {
        Client admin = loggedIn(Role.ADMIN);

        admin.post(UNKNOWN + "/reject", Map.of()).isProblem(400, "missing_fields");
        admin.post(UNKNOWN + "/reject", Map.of("reason", " ")).isProblem(400, "invalid_explanation");
        admin.post(UNKNOWN + "/reject", Map.of("reason", "No", "state", "APPROVED"))
                .isProblem(400, "unknown_field");
    }

    private Client loggedIn(Role role) {
        String email = UUID.randomUUID() + "@example.com";
        String password = "a password for tests";
        registrations.register(UserId.next(), email, "Somebody", Password.of(password), role);
        return Client.of(port).loggedIn(email, password);
    }
}
