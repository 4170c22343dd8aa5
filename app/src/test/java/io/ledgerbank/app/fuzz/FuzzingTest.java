package io.ledgerbank.app.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.app.testing.Client;
import io.ledgerbank.app.testing.WholeApp;
import io.ledgerbank.command.user.Password;
import io.ledgerbank.command.user.Registrations;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Thousands of requests that the description could mean, and as many that it could not, from people of every role: no server
 * error, no unknown code, nothing of the inside, every answer as described, and nothing accepted that is not. With
 * {@code -Dfuzz.requests=} and {@code -Dfuzz.seed=} there are as many as wanted, and the same ones again.
 */
@WholeApp
@EnabledIfSystemProperty(named = "fuzz.requests", matches = "\\d+", disabledReason = "runs by its own command")
class FuzzingTest {

    private static final String PASSWORD = "a password long enough for staff";
    private static final int MOST_SHOWN = 40;

    /** What would end the logins that the others call with, or goes on answering. */
    private static final Set<String> LEFT_OUT = Set.of(
            "POST /api/auth/logout-all",
            "POST /api/auth/login",
            "POST /api/users",
            "PUT /api/profile/password",
            "GET /api/stream");

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final long seed = Long.getLong("fuzz.seed", 20_261_123L);
    private final int requests = Integer.getInteger("fuzz.requests", 1_500);
    private final Dice dice = new Dice(seed);

    @LocalServerPort
    private int port;

    @Autowired
    private Registrations registrations;

    @Test
    void whatever_is_asked_is_answered_as_described() throws Exception {
        Description description =
                new Description(Client.of(port).get("/api/openapi.json").is(200).body());
        AnswerCheck check = new AnswerCheck(description);
        RequestMaker maker = maker(description);
        Map<Integer, Integer> statuses = new TreeMap<>();
        Map<String, String> faults = new LinkedHashMap<>();
        for (int i = 0; i < requests && faults.size() < MOST_SHOWN; i++) {
            FuzzedRequest request = maker.next();
            HttpResponse<String> answer = send(request);
            statuses.merge(answer.statusCode(), 1, Integer::sum);
            check.faults(request, answer)
                    .forEach(fault -> faults.putIfAbsent(
                            fault + " at " + request.operation(),
                            "%s → %d %s".formatted(request, answer.statusCode(), shown(answer.body()))));
        }

        assertThat(faults)
                .as("seed %d, %s", seed, statuses)
                .withFailMessage(() -> "seed " + seed + ", " + statuses + "\n"
                        + faults.entrySet().stream()
                                .map(fault -> fault.getKey() + "\n    " + fault.getValue())
                                .collect(Collectors.joining("\n")))
                .isEmpty();
        assertThat(statuses).as("what was sent was not all bad").containsKeys(200, 201, 400, 401, 403, 404);
    }

    private HttpResponse<String> send(FuzzedRequest request) throws IOException, InterruptedException {
        return http.send(request.to(port), BodyHandlers.ofString());
    }

    private RequestMaker maker(Description description) {
        Map<String, String> tokens = new HashMap<>(Map.of("nobody", ""));
        List<String> ids = new ArrayList<>();
        for (Role role : List.of(Role.USER, Role.SUPPORT, Role.ADMIN)) {
            String email = UUID.randomUUID() + "@example.com";
            registrations.register(UserId.next(), email, "Somebody", Password.of(PASSWORD), role);
            tokens.put(role.name(), Client.of(port).login(email, PASSWORD).text("accessToken"));
            ids.add(Client.of(port).register("to-be-changed-" + email, PASSWORD).text("id"));
        }
        Client user = Client.of(port).bearing(tokens.get("USER"));
        for (int i = 0; i < 2; i++) {
            ids.add(user.post("/api/accounts", Map.of("name", "Everyday", "type", "CHECKING", "currency", "GBP"))
                    .is(201)
                    .text("id"));
        }
        List<Operation> operations = description.operations().stream()
                .filter(operation -> !LEFT_OUT.contains(operation.toString()))
                .toList();
        return new RequestMaker(dice, new Values(description, dice, ids), operations, tokens);
    }

    private static String shown(String body) {
        return body.length() > 400 ? body.substring(0, 400) + "…" : body;
    }
}
