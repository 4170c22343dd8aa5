package io.ledgerbank.app.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.app.testing.Answer;
import io.ledgerbank.app.testing.Client;
import io.ledgerbank.app.testing.WholeApp;
import io.ledgerbank.command.user.Password;
import io.ledgerbank.command.user.Registrations;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@WholeApp
class ReadingOnesOwnWritesTest {

    private static final String PASSWORD = "long enough for any staff";
    private static final long NEVER_WRITTEN = Long.MAX_VALUE;

    @LocalServerPort
    private int port;

    @Autowired
    private Registrations registrations;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    private ConsistencyTokens tokens;

    @Autowired
    private DataSource database;

    private Client alice;
    private Client teller;

    @BeforeEach
    void people() {
        alice = somebody(Role.USER);
        teller = somebody(Role.SUPPORT);
    }

    @RepeatedTest(5)
    void what_a_command_has_written_is_what_the_next_query_shows() {
        Answer opened = opened();
        String account = "/api/accounts/" + opened.text("id");
        after(opened, alice).get(account).is(200);
        assertThat(after(opened, alice).get("/api/accounts").is(200).body().get("items"))
                .hasSize(1);

        Answer paid = paid(teller, order("DEPOSIT", "50.00", "creditorAccountId", opened.text("id")));
        String payment = paid.text("id");
        assertThat(after(paid, alice).get(account + "/balance").is(200).text("posted.amount"))
                .isEqualTo("50.00");
        assertThat(after(paid, alice).get(account + "/entries").is(200).text("items.0.paymentId"))
                .isEqualTo(payment);
        after(paid, teller).get("/api/payments/" + payment).is(200);
        after(paid, teller).get("/api/payments/" + payment + "/status").is(200);
        assertThat(after(paid, teller)
                        .get("/api/payments/" + payment + "/events")
                        .is(200)
                        .body()
                        .get("items"))
                .isNotEmpty();
    }

    @Test
    void what_waits_for_a_second_person_is_shown_at_once() {
        Answer opened = opened();
        String address = "/api/accounts/" + opened.text("id");
        Answer frozen =
                teller.post(address + "/freeze", Map.of("reason", "As agreed")).is(200);
        assertThat(after(frozen, alice).get(address).text("status")).isEqualTo("FROZEN");

        Answer asked = teller.post(address + "/unfreeze", Map.of("reason", "As agreed"))
                .is(202);
        after(asked, teller).get(asked.header("Location")).is(200);
    }

    @Test
    void a_refusal_that_was_decided_has_a_token_and_one_that_was_not_has_none() {
        Answer opened = opened();

        Answer refused = pay(alice, order("WITHDRAWAL", "1.00", "debtorAccountId", opened.text("id")));
        Answer poor = pay(teller, order("WITHDRAWAL", "1.00", "debtorAccountId", opened.text("id")));

        assertThat(refused.isProblem(403, "insufficient_permissions").header(ConsistencyTokens.HEADER))
                .isEmpty();
        assertThat(poor.isProblem(422, "insufficient_funds").header(ConsistencyTokens.HEADER))
                .isNotEmpty();
    }

    @Test
    void every_query_refuses_a_token_that_is_forged_or_of_a_time_to_come() {
        String genuine = opened().header(ConsistencyTokens.HEADER);
        char last = genuine.charAt(20);
        String forged = genuine.substring(0, 20) + (last == 'A' ? 'B' : 'A') + genuine.substring(21);

        for (String path : queries()) {
            for (String wrong : List.of(forged, "x", genuine + "A", tokens.write(NEVER_WRITTEN))) {
                teller.with(ConsistencyTokens.HEADER, wrong)
                        .with("Accept", "*/*")
                        .get(path)
                        .isProblem(400, "invalid_consistency_token");
            }
        }
    }

    @Test
    void every_query_of_read_models_says_which_it_reads() {
        assertThat(requestMappingHandlerMapping.getHandlerMethods().values().stream()
                        .filter(endpoint -> endpoint.getBeanType().getName().startsWith("io.ledgerbank.query.")))
                .isNotEmpty()
                .allMatch(endpoint -> ExactReading.declaredBy(endpoint).isPresent());
    }

    @Test
    void a_query_that_would_wait_too_long_says_when_to_come_back() throws SQLException {
        Answer opened = opened();
        String account = "/api/accounts/" + opened.text("id");
        after(opened, alice).get(account).is(200);

        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("SELECT FROM readmodel.projection WHERE name = 'accounts' FOR UPDATE");
            Answer renamed =
                    alice.send("PUT", account, Map.of("name", "Rainy days")).is(200);

            Answer late = after(renamed, alice).get(account).isProblem(503, "projection_lagging");

            assertThat(late.header("Retry-After")).isEqualTo("1");
            after(opened, alice).get(account).is(200);
            alice.get(account).is(200);
            connection.rollback();
            assertThat(after(renamed, alice).get(account).is(200).text("name")).isEqualTo("Rainy days");
        }
    }

    /** Of all calls that answer and change nothing, with ids that nothing has. */
    private TreeSet<String> queries() {
        TreeSet<String> queries = new TreeSet<>();
        requestMappingHandlerMapping.getHandlerMethods().forEach((mapping, endpoint) -> {
            if (endpoint.getBeanType().getName().startsWith("io.ledgerbank.")
                    && mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET)) {
                mapping.getPathPatternsCondition().getPatternValues().stream()
                        .filter(path -> !path.startsWith("/dashboard"))
                        .map(path ->
                                path.replaceAll("\\{[^}]*}", UUID.randomUUID().toString()))
                        .forEach(queries::add);
            }
        });
        assertThat(queries).hasSizeGreaterThan(20);
        return queries;
    }

    private static Client after(Answer command, Client reader) {
        return reader.with(ConsistencyTokens.HEADER, command.header(ConsistencyTokens.HEADER));
    }

    private Client somebody(Role role) {
        String email = UUID.randomUUID() + "@example.com";
        registrations.register(UserId.next(), email, "Somebody", Password.of(PASSWORD), role);
        return Client.of(port).loggedIn(email, PASSWORD);
    }

    private Answer opened() {
        return alice.post("/api/accounts", Map.of("name", "Everyday", "type", "CHECKING", "currency", "GBP"))
                .is(201);
    }

    private static Answer paid(Client caller, Map<String, Object> order) {
        return pay(caller, order).is(201);
    }

    private static Answer pay(Client caller, Map<String, Object> order) {
        return caller.with("Idempotency-Key", UUID.randomUUID().toString()).post("/api/payments", order);
    }

    private static Map<String, Object> order(String type, String amount, String side, String account) {
        return Map.of(
                "type",
                type,
                "amount",
                Map.of("amount", amount, "currency", "GBP"),
                "remittanceInformation",
                "Lunch " + Stream.of(type, UUID.randomUUID()).toList(),
                side,
                account);
    }
}
