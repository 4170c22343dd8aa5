package io.ledgerbank.command.standingorder;

import static io.ledgerbank.command.testing.People.ALICE;
import static io.ledgerbank.command.testing.People.BOB;
import static io.ledgerbank.command.testing.People.NOBODYS;
import static io.ledgerbank.command.testing.People.TELLER;
import static io.ledgerbank.command.testing.People.pounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.StandingOrderId;
import io.ledgerbank.api.id.Uuids;
import io.ledgerbank.api.standingorder.CancelStandingOrder;
import io.ledgerbank.api.standingorder.StandingOrderDetails;
import io.ledgerbank.api.standingorder.StandingOrderStatus;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.command.account.BankCalendar;
import io.ledgerbank.command.testing.CommandSideTest;
import io.ledgerbank.command.testing.Http;
import io.ledgerbank.command.testing.TestBank;
import java.time.LocalDate;
import java.util.Map;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@CommandSideTest
class StandingOrderEndpointTest {

    private static final String PATH = "/api/standing-orders";

    private final Http http;
    private final TestBank bank;
    private final CommandGateway commands;
    private final LocalDate today;

    private AccountId alices;
    private AccountId bobs;

    StandingOrderEndpointTest(Http http, TestBank bank, CommandGateway commands, BankCalendar calendar) {
        this.http = http;
        this.bank = bank;
        this.commands = commands;
        this.today = calendar.dayOf(calendar.now());
    }

    @BeforeEach
    void alice_and_bob_have_accounts() {
        alices = bank.openWith(ALICE, pounds("10.00"));
        bobs = bank.open(BOB).id();
    }

    @Test
    void a_standing_order_is_taken_on_and_waits_for_its_first_date() {
        MvcTestResult answer = http.post(ALICE, PATH, monthly(), key());

        assertThat(answer)
                .hasStatus(201)
                .bodyJson()
                .hasPathSatisfying("$.status", status -> assertThat(status).isEqualTo("ACTIVE"))
                .hasPathSatisfying("$.frequency", often -> assertThat(often).isEqualTo("MONTHLY"))
                .hasPathSatisfying("$.nextDate", date -> assertThat(date).isEqualTo(today.toString()))
                .hasPathSatisfying("$.runsMade", made -> assertThat(made).isEqualTo(0));
        assertThat(answer.getResponse().getHeader("Location")).matches(PATH + "/[0-9a-f-]{36}");
        assertThat(bank.posted(alices)).isEqualTo(1000);
    }

    @Test
    void an_external_payment_recurs_as_well() {
        assertThat(http.post(ALICE, PATH, """
                        {"type":"PAYMENT","amount":{"amount":"1.00","currency":"GBP"},"debtorAccountId":"%s",
                         "remittanceInformation":"Rent","frequency":"WEEKLY","firstDate":"%s","lastDate":"%s",
                         "creditor":{"name":"Carla","iban":"DE89370400440532013000","bankCode":"SIMBANK"}}""".formatted(alices, today, today.plusYears(1)), key()))
                .hasStatus(201);
    }

    private static Map<String, String> key() {
        return Map.of("Idempotency-Key", Uuids.next().toString());
    }

    @Test
    void without_a_key_a_repeat_would_pay_twice_for_ever() {
        refused(http.post(ALICE, PATH, monthly()), 400, "missing_idempotency_key");
    }

    @Test
    void a_repeated_request_gets_the_first_answer() throws Exception {
        Map<String, String> key = Map.of("Idempotency-Key", Uuids.next().toString());
        MvcTestResult first = http.post(ALICE, PATH, monthly(), key);

        MvcTestResult again = http.post(ALICE, PATH, monthly(), key);

        assertThat(again).hasStatus(201).hasHeader("Idempotency-Replayed", "true");
        assertThat(again.getResponse().getContentAsString())
                .isEqualTo(first.getResponse().getContentAsString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"TRANSFER\" | \"DEPOSIT\" | 400 | invalid_payment_type",
                "\"frequency\":\"MONTHLY\", | '' | 400 | missing_fields",
                "\"MONTHLY\" | \"YEARLY\" | 400 | invalid_recurrence",
                "\"runs\":12 | \"runs\":0 | 400 | invalid_recurrence",
                "\"runs\":12 | \"runs\":12,\"lastDate\":\"2999-01-01\" | 400 | invalid_recurrence",
                "\"runs\":12 | \"lastDate\":\"2020-01-01\" | 400 | invalid_recurrence",
                "\"1.00\" | \"0.00\" | 400 | amount_too_small",
                "\"Rent\" | \"\" | 400 | description_required",
            })
    void what_is_no_standing_order_is_refused(String part, String wrong, int status, String code) {
        refused(http.post(ALICE, PATH, monthly().replace(part, wrong), key()), status, code);
    }

    @Test
    void a_first_date_that_is_over_is_refused() {
        refused(
                http.post(
                        ALICE,
                        PATH,
                        monthly().replace(today.toString(), today.minusDays(1).toString()),
                        key()),
                400,
                "invalid_execution_date");
    }

    @Test
    void nobody_orders_from_anothers_account_nor_to_one_that_is_not_there() {
        refused(http.post(BOB, PATH, monthly(), key()), 404, "account_not_found");
        refused(http.post(TELLER, PATH, monthly(), key()), 404, "account_not_found");
        refused(
                http.post(ALICE, PATH, monthly().replace(bobs.toString(), NOBODYS.toString()), key()),
                404,
                "account_not_found");
        refused(
                http.post(ALICE, PATH, monthly().replace(bobs.toString(), alices.toString()), key()),
                400,
                "same_account");
    }

    @Test
    void its_owner_ends_it_once() {
        StandingOrderId id = placed();

        assertThat(cancel(id, ALICE).status()).isEqualTo(StandingOrderStatus.CANCELLED);

        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> cancel(id, ALICE))
                .returns(Reason.ALREADY_PROCESSED, RejectedException::reason);
    }

    @Test
    void to_anybody_else_it_does_not_exist() {
        StandingOrderId id = placed();

        for (Caller stranger : new Caller[] {BOB, TELLER}) {
            assertThatExceptionOfType(RejectedException.class)
                    .isThrownBy(() -> cancel(id, stranger))
                    .returns(Reason.STANDING_ORDER_NOT_FOUND, RejectedException::reason);
        }
    }

    private StandingOrderDetails cancel(StandingOrderId id, Caller caller) {
        return commands.sendAndWait(new CancelStandingOrder(id, caller));
    }

    private StandingOrderId placed() {
        String location = http.post(ALICE, PATH, monthly(), key()).getResponse().getHeader("Location");
        assertThat(location).isNotNull();
        return StandingOrderId.parse(location.substring(PATH.length() + 1));
    }

    private String monthly() {
        return """
                {"type":"TRANSFER","amount":{"amount":"1.00","currency":"GBP"},"debtorAccountId":"%s",
                 "creditorAccountId":"%s","remittanceInformation":"Rent",
                 "frequency":"MONTHLY","firstDate":"%s","runs":12}""".formatted(alices, bobs, today);
    }

    private static void refused(MvcTestResult answer, int status, String code) {
        assertThat(answer)
                .hasStatus(status)
                .bodyJson()
                .extractingPath("$.reason")
                .isEqualTo(code);
    }
}
