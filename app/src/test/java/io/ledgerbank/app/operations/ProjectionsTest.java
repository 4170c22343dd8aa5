package io.ledgerbank.app.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.app.testing.Answer;
import io.ledgerbank.app.testing.Client;
import io.ledgerbank.app.testing.WholeApp;
import io.ledgerbank.command.user.Password;
import io.ledgerbank.command.user.Registrations;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WholeApp
class ProjectionsTest {

    private static final String PASSWORD = "long enough for any staff";
    private static final String REBUILDS = "/api/projections/accounts/rebuilds";

    @LocalServerPort
    private int port;

    @Autowired
    private Registrations registrations;

    private Client admin;
    private Client support;
    private Client customer;

    @BeforeEach
    void people() {
        admin = somebody(Role.ADMIN);
        support = somebody(Role.SUPPORT);
        customer = somebody(Role.USER);
    }

    @Test
    void an_administrator_has_a_projection_made_anew_and_undoes_it() {
        Answer begun = admin.post(REBUILDS, "").is(202);
        String address = begun.header("Location");
        assertThat(address).isEqualTo(REBUILDS + "/" + begun.text("id"));

        Answer swapped = when(address, "SWAPPED");
        assertThat(swapped.text("differenceCount")).isEqualTo("0");
        assertThat(swapped.text("projection")).isEqualTo("accounts");
        assertThat(support.get(REBUILDS).is(200).text("items.0.id")).isEqualTo(begun.text("id"));
        admin.send("DELETE", address, "").isProblem(409, "already_processed");

        admin.post(address + "/rollback", "").is(202);
        when(address, "ROLLED_BACK");
        admin.post(address + "/rollback", "").isProblem(409, "already_processed");
    }

    @Test
    void staff_sees_how_projections_are_doing() {
        Answer all = support.get("/api/projections").is(200);

        assertThat(all.body().get("items")).hasSizeGreaterThan(5).allSatisfy(projection -> {
            assertThat(projection.get("version").asInt()).isPositive();
            assertThat(projection.get("position").isNumber()).isTrue();
            assertThat(projection.get("lag").isNumber()).isTrue();
        });
        assertThat(all.text("items.0.name")).isEqualTo("accounts");
    }

    @Test
    void nobody_else_may_and_what_is_not_there_is_not_found() {
        support.post(REBUILDS, "").isProblem(403, "insufficient_permissions");
        customer.get("/api/projections").isProblem(403, "insufficient_permissions");
        customer.get(REBUILDS).isProblem(403, "insufficient_permissions");
        admin.post("/api/projections/nothing/rebuilds", "").isProblem(404, "projection_not_found");
        admin.get(REBUILDS + "/" + UUID.randomUUID()).isProblem(404, "rebuild_not_found");
    }

    private Answer when(String address, String state) {
        return await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> support.get(address).is(200), answer -> answer.text("state")
                        .equals(state));
    }

    private Client somebody(Role role) {
        String email = UUID.randomUUID() + "@example.com";
        registrations.register(UserId.next(), email, "Somebody", Password.of(PASSWORD), role);
        return Client.of(port).loggedIn(email, PASSWORD);
    }
}
