package io.ledgerbank.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.user.Role;
import io.ledgerbank.app.security.Staff.Person;
import io.ledgerbank.app.testing.Answer;
import io.ledgerbank.app.testing.Client;
import io.ledgerbank.app.testing.WholeApp;
import io.ledgerbank.command.user.Registrations;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** How the bank's staff find users. */
@WholeApp
class ListingUsersTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Registrations registrations;

    private Person support;
    private String family;

    @BeforeEach
    void there_is_somebody_to_look() {
        support = new Staff(registrations, Client.of(port)).person(Role.SUPPORT);
        family = UUID.randomUUID().toString();
    }

    @Test
    void the_list_is_read_in_parts_newest_first_and_misses_nobody() {
        List<String> registered = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            registered.addFirst(Client.of(port)
                    .register(family + i + "@example.com", "good enough")
                    .text("id"));
        }

        List<String> listed = new ArrayList<>();
        String cursor = "";
        do {
            Answer part = list("q=" + family.toUpperCase(Locale.ROOT) + "&limit=2" + cursor)
                    .is(200);
            part.body().get("items").forEach(user -> listed.add(user.get("id").asString()));
            cursor = part.body().get("nextCursor").isNull() ? "" : "&cursor=" + part.text("nextCursor");
        } while (!cursor.isEmpty());

        assertThat(listed).isEqualTo(registered);
    }

    @Test
    void filters_hold_together() {
        Client.of(port).register(family + "@example.com", "good enough");

        assertThat(items("status=ACTIVE&role=USER&q=" + family)).isEqualTo(1);
        assertThat(items("status=SUSPENDED&q=" + family)).isZero();
        assertThat(items("role=ADMIN&q=" + family)).isZero();
        assertThat(items("q=%25" + family)).isZero();
    }

    @Test
    void one_user_is_found_by_id() {
        assertThat(support.client().get("/api/users/" + support.id()).is(200).text("email"))
                .isEqualTo(support.email());
        support.client().get("/api/users/" + UUID.randomUUID()).isProblem(404, "user_not_found");
        support.client().get("/api/users/me").isProblem(400, "invalid_uuid_format");
    }

    @Test
    void statistics_add_up() {
        Answer statistics = support.client().get("/api/users/stats").is(200);

        assertThat(number(statistics, "active") + number(statistics, "suspended") + number(statistics, "deleted"))
                .isEqualTo(number(statistics, "total"));
        assertThat(number(statistics, "users") + number(statistics, "support") + number(statistics, "admins"))
                .isEqualTo(number(statistics, "total") - number(statistics, "deleted"));
        assertThat(number(statistics, "support")).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0, invalid_parameter",
        "limit=101, invalid_parameter",
        "limit=x, invalid_parameter",
        "cursor=x, invalid_cursor",
        "cursor=dXNlcnN8MjAyNi0wMS0wMVQwMDowMDowMFp8eA, invalid_cursor",
        "cursor=dXNlcnN8KzEwMDAwMDAwLTAxLTAxVDAwOjAwOjAwWnwwMTkwMDAwMC0wMDAwLTcwMDAtODAwMC0wMDAwMDAwMDAwMDE, invalid_cursor",
        "status=GONE, invalid_status",
        "role=KING, invalid_role",
        "q=a%00b, invalid_parameter",
        "page=2, unknown_parameter",
        "sort=password_hash, unknown_parameter"
    })
    void refuses_what_it_does_not_know(String query, String code) {
        list(query).isProblem(400, code);
    }

    private Answer list(String query) {
        return support.client().get("/api/users?" + query);
    }

    private int items(String query) {
        return list(query).is(200).body().get("items").size();
    }

    private static long number(Answer answer, String field) {
        return answer.body().get(field).asLong();
    }
}
