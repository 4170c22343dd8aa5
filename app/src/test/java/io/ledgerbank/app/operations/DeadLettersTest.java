package io.ledgerbank.app.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.payment.Priority;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.app.testing.Answer;
import io.ledgerbank.app.testing.Client;
import io.ledgerbank.app.testing.WholeApp;
import io.ledgerbank.command.user.Password;
import io.ledgerbank.command.user.Registrations;
import io.ledgerbank.saga.work.WorkItem;
import io.ledgerbank.saga.work.WorkQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Dead letters and queues over HTTP, told with timers of payments that do not exist. */
@WholeApp
class DeadLettersTest {

    private static final String LETTERS = "/api/dead-letters";

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @Autowired
    private Registrations registrations;

    @Autowired
    @Qualifier("scheduleQueue")
    private WorkQueue schedules;

    private Client support;
    private Client admin;

    @BeforeEach
    void log_in() {
        support = loggedIn(Role.SUPPORT);
        admin = loggedIn(Role.ADMIN);
    }

    @Test
    void what_failed_for_good_is_listed_with_why() {
        String payment = dead();

        JsonNode letter = only(LETTERS + "?subject=" + payment);

        assertThat(letter.at("/kind").asString()).isEqualTo("WORK");
        assertThat(letter.at("/source").asString()).isEqualTo("schedules");
        assertThat(letter.at("/reason").asString()).isEqualTo("payment_not_found");
        assertThat(letter.at("/state").asString()).isEqualTo("PARKED");
        assertThat(letter.at("/correlationId").asString()).isEqualTo("conversation of " + payment);
        assertThat(support.get(LETTERS + "/" + letter.at("/id").asString())
                        .is(200)
                        .body())
                .isEqualTo(letter);
        assertThat(Client.of(managementPort)
                        .get("/actuator/prometheus")
                        .response()
                        .body())
                .contains("ledgerbank_dead_letters{kind=\"WORK\"}")
                .contains("ledgerbank_work_seconds_count");
    }

    @Test
    void the_list_goes_on_where_it_stopped_and_takes_filters_together() {
        List<String> payments = List.of(dead(), dead(), dead());
        String list = LETTERS + "?kind=WORK&source=schedules&reason=payment_not_found&state=PARKED&limit=1";

        Answer first = support.get(list).is(200);
        Answer second =
                support.get(list + "&cursor=" + first.text("nextCursor")).is(200);

        assertThat(first.body().at("/items/0/subject").asString()).isEqualTo(payments.get(2));
        assertThat(second.body().at("/items/0/subject").asString()).isEqualTo(payments.get(1));
        assertThat(support.get(LETTERS + "?source=payments&subject=" + payments.get(0))
                        .is(200)
                        .body()
                        .get("items"))
                .isEmpty();
    }

    @Test
    void a_retried_one_fails_again_as_another() {
        String payment = dead();
        String letter =
                LETTERS + "/" + only(LETTERS + "?subject=" + payment).at("/id").asString();

        assertThat(admin.post(letter + "/retry", "").is(200).text("state")).isEqualTo("RETRIED");

        eventuallyDead(payment);
        admin.post(letter + "/retry", "").isProblem(409, "already_processed");
        assertThat(support.get(letter).text("state")).isEqualTo("RETRIED");
    }

    @Test
    void a_dismissed_one_stays_on_record_with_who_and_why() {
        String payment = dead();
        String letter =
                LETTERS + "/" + only(LETTERS + "?subject=" + payment).at("/id").asString();

        Answer dismissed =
                admin.send("DELETE", letter + "?reason=Not%20a%20payment", "").is(200);

        assertThat(dismissed.text("state")).isEqualTo("DISMISSED");
        assertThat(dismissed.text("decision.reason")).isEqualTo("Not a payment");
        UUID.fromString(dismissed.text("decision.by"));
        assertThat(only(LETTERS + "?state=DISMISSED&subject=" + payment)).isEqualTo(dismissed.body());
        admin.send("DELETE", letter + "?reason=again", "").isProblem(409, "already_processed");
        admin.post(letter + "/retry", "").isProblem(409, "already_processed");
    }

    @Test
    void administrators_decide_staff_reads_and_nobody_else_sees_anything() {
        String letter =
                LETTERS + "/" + only(LETTERS + "?subject=" + dead()).at("/id").asString();
        Client customer = loggedIn(Role.USER);

        support.post(letter + "/retry", "").isProblem(403, "insufficient_permissions");
        support.send("DELETE", letter + "?reason=why", "").isProblem(403, "insufficient_permissions");
        for (String path : List.of(LETTERS, letter, "/api/queues")) {
            customer.get(path).isProblem(403, "insufficient_permissions");
            Client.of(port).get(path).isProblem(401, "unauthorized");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, ?limit=0, 400, invalid_parameter",
        "GET, ?limit=101, 400, invalid_parameter",
        "GET, ?cursor=rubbish, 400, invalid_cursor",
        "GET, ?state=DONE, 400, invalid_parameter",
        "GET, ?kind=NONE, 400, invalid_parameter",
        "GET, ?reason=none, 400, invalid_reason_format",
        "GET, ?colour=red, 400, unknown_parameter",
        "GET, /rubbish, 400, invalid_uuid_format",
        "GET, /00000000-0000-7000-8000-000000000000, 404, dead_letter_not_found",
        "POST, /00000000-0000-7000-8000-000000000000/retry, 404, dead_letter_not_found",
        "DELETE, /00000000-0000-7000-8000-000000000000?reason=why, 404, dead_letter_not_found",
        "DELETE, /00000000-0000-7000-8000-000000000000?reason=%20, 400, invalid_explanation",
        "DELETE, /00000000-0000-7000-8000-000000000000?reason=a%00b, 400, invalid_explanation"
    })
    void what_makes_no_sense_is_refused(String method, String rest, int status, String code) {
        Answer answer = method.equals("GET") ? admin.get(LETTERS + rest) : admin.send(method, LETTERS + rest, "");

        answer.isProblem(status, code);
    }

    @Test
    void queues_tell_their_depth_and_what_waits_for_people() {
        dead();
        JsonNode report = support.get("/api/queues").is(200).body();

        assertThat(report.get("queues").valueStream().map(queue -> queue.get("name")
                        .asString()))
                .contains("payments", "schedules", "standingorders");
        JsonNode timers = report.get("queues")
                .valueStream()
                .filter(queue -> queue.get("name").asString().equals("schedules"))
                .findFirst()
                .orElseThrow();
        assertThat(timers.get("limit").asInt()).isEqualTo(1);
        assertThat(timers.get("deadLetters").asInt()).isPositive();
        assertThat(report.get("banks"))
                .allSatisfy(bank -> assertThat(bank.get("limit").asInt()).isPositive());
        assertThat(report.at("/waitingForPeople/workItems").asInt()).isPositive();
        support.get(report.at("/waitingForPeople/deadLetters").asString()).is(200);
        support.get(report.at("/waitingForPeople/payments").asString()).is(200);
    }

    private String dead() {
        String payment = PaymentId.next().toString();
        schedules.enqueue(new WorkItem(payment, 0, "conversation of " + payment), Instant.now(), Priority.NORMAL);
        eventuallyDead(payment);
        return payment;
    }

    private void eventuallyDead(String payment) {
        await().atMost(Duration.ofSeconds(20)).until(() -> !support.get(LETTERS + "?subject=" + payment)
                .is(200)
                .body()
                .get("items")
                .isEmpty());
    }

    private JsonNode only(String list) {
        JsonNode items = support.get(list).is(200).body().get("items");
        assertThat(items).hasSize(1);
        return items.get(0);
    }

    private Client loggedIn(Role role) {
        String email = UUID.randomUUID() + "@example.com";
        String password = "a password for staff";
        registrations.register(UserId.next(), email, "Somebody", Password.of(password), role);
        return Client.of(port).loggedIn(email, password);
    }
}
