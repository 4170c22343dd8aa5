package io.ledgerbank.command.operation;

import static io.ledgerbank.command.testing.People.ADMIN;
import static io.ledgerbank.command.testing.People.ALICE;
import static io.ledgerbank.command.testing.People.BOB;
import static io.ledgerbank.command.testing.People.CARLA;
import static io.ledgerbank.command.testing.People.GBP;
import static io.ledgerbank.command.testing.People.TELLER;
import static io.ledgerbank.command.testing.People.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.account.AccountType;
import io.ledgerbank.api.account.OpenAccount;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.Uuids;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.CreatePayment;
import io.ledgerbank.api.payment.Outcome;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.Priority;
import io.ledgerbank.api.payment.RecordOutcome;
import io.ledgerbank.api.payment.StartAttempt;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.command.testing.CommandSideTest;
import io.ledgerbank.command.testing.Http;
import io.ledgerbank.command.testing.TestBank;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@CommandSideTest
class OperationEndpointTest {

    private static final int MORE_INQUIRIES_THAN_ANY_BANK_GETS = 70;

    private final Http http;
    private final TestBank bank;
    private final CommandGateway commands;

    private AccountId alices;
    private AccountId bobs;

    OperationEndpointTest(Http http, TestBank bank, CommandGateway commands) {
        this.http = http;
        this.bank = bank;
        this.commands = commands;
    }

    @BeforeEach
    void alice_has_money() {
        alices = AccountId.next();
        commands.sendAndWait(new OpenAccount(alices, "Rich", AccountType.INVESTMENT, GBP, ALICE));
        bank.pay(TELLER, new PaymentOrder.Deposit(alices, pounds("5000.00"), "In", Optional.empty(), Priority.NORMAL));
        bobs = bank.open(BOB).id();
    }

    @Test
    void an_operation_is_answered_with_where_the_payment_stands() {
        MvcTestResult answer = operate(ADMIN, pending("1.00"), "pause", "{\"reason\":\"Fraud?\"}");

        assertThat(answer)
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying(
                        "$.activity", activity -> assertThat(activity).isEqualTo("PAUSED"))
                .hasPathSatisfying("$.step", step -> assertThat(step).isEqualTo("SUBMIT"))
                .hasPathSatisfying("$.version", version -> assertThat(version).isEqualTo(1));
    }

    @Test
    void a_repeated_operation_gets_the_first_answer() throws Exception {
        PaymentId id = pending("1.00");
        Map<String, String> key = Map.of("Idempotency-Key", Uuids.next().toString());
        MvcTestResult first = http.post(ADMIN, path(id, "compensate"), "{\"reason\":\"No\"}", key);

        MvcTestResult again = http.post(ADMIN, path(id, "compensate"), "{\"reason\":\"No\"}", key);

        assertThat(again).hasStatusOk().hasHeader("Idempotency-Replayed", "true");
        assertThat(again.getResponse().getContentAsString())
                .isEqualTo(first.getResponse().getContentAsString());
    }

    @Test
    void a_dry_run_needs_no_key_and_changes_nothing() {
        PaymentId id = parked("1.00");
        String body = "{\"outcome\":\"NOT_EXECUTED\",\"evidence\":\"Statement 3\",\"reason\":\"Found\"}";

        for (int i = 0; i < 2; i++) {
            assertThat(http.post(ADMIN, path(id, "resolve") + "?dryRun=true", body))
                    .hasStatusOk()
                    .bodyJson()
                    .hasPathSatisfying("$.before.step", step -> assertThat(step).isEqualTo("PARKED"))
                    .hasPathSatisfying(
                            "$.after.status", status -> assertThat(status).isEqualTo("FAILED"))
                    .hasPathSatisfying(
                            "$.events[0].type", type -> assertThat(type).isEqualTo("HoldReleased"));
        }
    }

    @Test
    void what_was_previewed_is_refused_once_the_payment_has_moved_on() {
        PaymentId id = pending("1.00");
        operate(ADMIN, id, "notes", "{\"reason\":\"Called the bank\"}");

        refused(operate(ADMIN, id, "pause", "{\"reason\":\"x\",\"version\":0}"), Reason.PAYMENT_MOVED_ON);
        assertThat(operate(ADMIN, id, "pause", "{\"reason\":\"x\",\"version\":1}"))
                .hasStatusOk();
    }

    @Test
    void a_resolution_beyond_the_threshold_waits_for_a_second_person() {
        PaymentId id = parked("1000.01");
        String body = "{\"outcome\":\"EXECUTED\",\"evidence\":\"Statement 3\",\"reason\":\"Found\"}";

        MvcTestResult answer = operate(ADMIN, id, "resolve", body);

        assertThat(answer).hasStatus(202);
        assertThat(answer.getResponse().getHeader("Location")).startsWith("/api/approvals/");
        assertThat(answer)
                .bodyJson()
                .hasPathSatisfying(
                        "$.resource", resource -> assertThat(resource).isEqualTo("/api/sagas/" + id))
                .hasPathSatisfying("$.proposal.type", type -> assertThat(type).isEqualTo("RESOLVE_PAYMENT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"retry", "resolve", "compensate"})
    void what_can_have_money_moved_needs_an_idempotency_key(String operation) {
        String body = operation.equals("resolve")
                ? "{\"outcome\":\"EXECUTED\",\"evidence\":\"e\",\"reason\":\"r\"}"
                : "{\"reason\":\"r\"}";

        refused(http.post(ADMIN, path(pending("1.00"), operation), body), Reason.MISSING_IDEMPOTENCY_KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"retry", "compensate", "pause", "resume", "notes"})
    void says_what_is_wrong_with_it(String operation) {
        PaymentId id = pending("1.00");

        refused(operate(ADMIN, id, operation, "{}"), Reason.MISSING_FIELDS);
        refused(operate(ADMIN, id, operation, "{\"reason\":\" \"}"), Reason.INVALID_EXPLANATION);
        refused(
                operate(ADMIN, id, operation, "{\"reason\":\"%s\"}".formatted("x".repeat(256))),
                Reason.INVALID_EXPLANATION);
        refused(operate(TELLER, id, operation, "{\"reason\":\"r\"}"), Reason.INSUFFICIENT_PERMISSIONS);
        refused(operate(ALICE, id, operation, "{\"reason\":\"r\"}"), Reason.INSUFFICIENT_PERMISSIONS);
        refused(operate(ADMIN, PaymentId.next(), operation, "{\"reason\":\"r\"}"), Reason.PAYMENT_NOT_FOUND);
        refused(operate(ADMIN, withinOurBooks(), operation, "{\"reason\":\"r\"}"), Reason.PAYMENT_NOT_FOUND);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"evidence":"e","reason":"r"}                                   | MISSING_FIELDS
        {"outcome":"EXECUTED","reason":"r"}                             | MISSING_FIELDS
        {"outcome":"EXECUTED","evidence":"e"}                           | MISSING_FIELDS
        {"outcome":"MAYBE","evidence":"e","reason":"r"}                 | INVALID_OUTCOME
        {"outcome":"EXECUTED","evidence":" ","reason":"r"}              | INVALID_EVIDENCE
        {"outcome":"EXECUTED","evidence":"e","reason":"r"}              | NOT_PARKED
        """)
    void says_what_is_wrong_with_a_resolution(String body, Reason reason) {
        refused(operate(ADMIN, pending("1.00"), "resolve", body), reason);
    }

    @Test
    void evidence_is_not_a_novel() {
        String body = "{\"outcome\":\"EXECUTED\",\"evidence\":\"%s\",\"reason\":\"r\"}";

        refused(operate(ADMIN, parked("1.00"), "resolve", body.formatted("x".repeat(1001))), Reason.INVALID_EVIDENCE);
        assertThat(operate(ADMIN, parked("1.00"), "resolve", body.formatted("x".repeat(1000))))
                .hasStatusOk();
    }

    @Test
    void what_does_not_fit_where_the_payment_stands_is_refused() {
        PaymentId id = parked("1.00");

        refused(operate(ADMIN, id, "compensate", "{\"reason\":\"r\"}"), Reason.OUTCOME_UNKNOWN);
        refused(operate(ADMIN, id, "resume", "{\"reason\":\"r\"}"), Reason.ALREADY_PROCESSED);
        operate(ADMIN, id, "pause", "{\"reason\":\"r\"}");
        refused(operate(ADMIN, id, "retry", "{\"reason\":\"r\"}"), Reason.PAYMENT_PAUSED);
        refused(operate(ADMIN, awaited(), "retry", "{\"reason\":\"r\"}"), Reason.NOTHING_TO_RETRY);
    }

    private PaymentId withinOurBooks() {
        return pay(new PaymentOrder.Transfer(
                alices, bobs, pounds("0.01"), "Lunch " + Uuids.next(), Optional.empty(), Priority.NORMAL));
    }

    private PaymentId pending(String amount) {
        Money money = pounds(amount);
        return pay(new PaymentOrder.External(
                alices, CARLA, money, "Invoice " + Uuids.next(), Optional.empty(), Priority.NORMAL));
    }

    private PaymentId awaited() {
        PaymentId id = pending("1.00");
        commands.sendAndWait(new StartAttempt(id, 1, Duration.ofSeconds(5)));
        return id;
    }

    private PaymentId parked(String amount) {
        PaymentId id = pending(amount);
        commands.sendAndWait(new StartAttempt(id, 1, Duration.ofSeconds(5)));
        IntStream.range(0, MORE_INQUIRIES_THAN_ANY_BANK_GETS)
                .forEach(
                        inquiry -> commands.sendAndWait(new RecordOutcome(id, 1, new Outcome.Unknown(Reason.TIMEOUT))));
        return id;
    }

    private PaymentId pay(PaymentOrder order) {
        PaymentId id = PaymentId.next();
        commands.sendAndWait(new CreatePayment(id, order, ALICE));
        return id;
    }

    private MvcTestResult operate(Caller caller, PaymentId id, String operation, String body) {
        return http.post(
                caller,
                path(id, operation),
                body,
                Map.of("Idempotency-Key", Uuids.next().toString()));
    }

    private static String path(PaymentId id, String operation) {
        return "/api/sagas/" + id + "/" + operation;
    }

    private static void refused(MvcTestResult answer, Reason reason) {
        assertThat(answer)
                .hasStatus(reason.status())
                .bodyJson()
                .extractingPath("$.reason")
                .isEqualTo(reason.code());
    }
}
