package io.ledgerbank.app.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.user.Role;
import io.ledgerbank.app.checklist.People.Person;
import io.ledgerbank.app.testing.Answer;
import io.ledgerbank.app.testing.Client;
import io.ledgerbank.app.testing.WholeApp;
import io.ledgerbank.command.user.Registrations;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Items 7 to 12: what can be tried at the door. The proxy is trusted, so that what is tried comes from many addresses. */
@WholeApp
@TestPropertySource(properties = "ledgerbank.traffic.trusted-proxies=127.0.0.1,::1")
class LoginChecklistTest {

    private static final int PAIRS = 100;
    private static final int FLOOD = 200;

    @LocalServerPort
    private int port;

    @Autowired
    private Registrations registrations;

    @Autowired
    private JdbcClient jdbc;

    private People people;
    private Person alice;

    @BeforeEach
    void somebody_is_logged_in() {
        people = new People(port, registrations);
        alice = people.person(Role.USER);
    }

    /**
     * The distributions overlap: neither side's middle half lies outside of the other's range, whichever answer takes longer
     * by how the machine happens to be busy.
     */
    @Test
    void item_07_an_unknown_user_and_a_wrong_password_cannot_be_told_apart() {
        List<Long> unknown = new ArrayList<>();
        List<Long> wrong = new ArrayList<>();
        String nobody = UUID.randomUUID() + "@example.com";
        for (int i = 0; i < PAIRS; i++) {
            unknown.add(timed(nobody));
            wrong.add(timed(alice.email()));
        }
        Collections.sort(unknown);
        Collections.sort(wrong);

        assertThat(unknown.get(PAIRS / 4)).isLessThan(wrong.getLast());
        assertThat(wrong.get(PAIRS / 4)).isLessThan(unknown.getLast());
        assertThat(unknown.get(3 * PAIRS / 4)).isGreaterThan(wrong.getFirst());
        assertThat(wrong.get(3 * PAIRS / 4)).isGreaterThan(unknown.getFirst());
        assertThat(told(from(address()).login(nobody, "not the password")))
                .isEqualTo(told(from(address()).login(alice.email(), "not the password")));
    }

    @Test
    void item_08_a_flood_of_logins_is_turned_away_and_transfers_are_still_served() throws Exception {
        String account = people.funded(alice.client());
        String other = People.open(alice.client());
        assertThat(jdbc.sql("SELECT password_hash FROM identity.user_credential WHERE email = ?")
                        .param(alice.email())
                        .query(String.class)
                        .single())
                .startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        Callable<Integer> login =
                () -> from(address()).login(alice.email(), "not the password").status();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> logins =
                    Stream.generate(() -> callers.submit(login)).limit(FLOOD).toList();

            People.pay(alice.client(), People.transfer(account, other, "1.00", "While it rains"))
                    .is(201);

            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : logins) {
                answers.add(answer.get());
            }
            assertThat(answers).isSubsetOf(401, 429, 503).contains(503);
        }
    }

    @Test
    void item_09_a_refresh_token_that_comes_twice_ends_the_whole_family() {
        String first = alice.session().text("refreshToken");
        Answer refreshed = refresh(first).is(200);

        refresh(first).isProblem(401, "token_revoked");

        refresh(refreshed.text("refreshToken")).isProblem(401, "token_revoked");
    }

    @Test
    void item_10_of_twenty_parallel_refreshes_one_wins_at_most_and_only_hashes_are_kept() throws Exception {
        String token = alice.session().text("refreshToken");
        Callable<Integer> refreshing = () -> refresh(token).status();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Integer> answers = callers
                    .invokeAll(Stream.generate(() -> refreshing).limit(20).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();

            assertThat(answers).isSubsetOf(200, 401);
            assertThat(answers.stream().filter(status -> status == 200)).hasSizeLessThanOrEqualTo(1);
        }
        assertThat(jdbc.sql("SELECT count(*) FROM identity.refresh_token WHERE position(?::bytea in token_hash) > 0")
                        .param(token.getBytes(StandardCharsets.US_ASCII))
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void item_11_after_logout_or_a_new_password_nothing_is_refreshed() {
        Person bob = people.person(Role.USER);
        alice.client()
                .post("/api/auth/logout", Map.of("refreshToken", alice.session().text("refreshToken")))
                .is(204);
        bob.client()
                .send(
                        "PUT",
                        "/api/profile/password",
                        Map.of("currentPassword", People.PASSWORD, "newPassword", "quite another password"))
                .is(204);

        refresh(alice.session().text("refreshToken")).isProblem(401, "token_revoked");
        refresh(bob.session().text("refreshToken")).isProblem(401, "token_revoked");
    }

    private long timed(String email) {
        Client client = from(address());
        long started = System.nanoTime();
        client.login(email, "not the password").isProblem(401, "invalid_credentials");
        return System.nanoTime() - started;
    }

    /** All that an answer tells, but for when it was given and to which request. */
    private static List<String> told(Answer answer) {
        return List.of(
                Integer.toString(answer.status()),
                answer.text("code"),
                answer.text("title"),
                answer.text("detail"),
                answer.text("instance"),
                String.join(",", answer.body().propertyNames()));
    }

    private Answer refresh(String token) {
        return people.anybody().post("/api/auth/refresh", Map.of("refreshToken", token));
    }

    private Client from(String address) {
        return people.anybody().with("X-Forwarded-For", address);
    }

    private static String address() {
        String random = UUID.randomUUID().toString();
        return "2001:db8:" + random.substring(0, 4) + ":" + random.substring(9, 13) + "::1";
    }
}
