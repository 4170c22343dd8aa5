package io.ledgerbank.saga.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.Outcome;
import io.ledgerbank.saga.Orders;
import io.ledgerbank.simulator.BankSimulator;
import io.ledgerbank.simulator.SimulatorSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingAccountsTest extends GatewayTest {

    private static final BankAccess OURSELVES = BankAccess.ourselves();
    private static final Currency POUNDS = Currency.getInstance("GBP");
    private static final String SETTLEMENT = "settlement-GBP";

    @TempDir
    private Path folder;

    @Test
    void the_simulator_shows_the_account_that_it_pays_from_for_us() {
        try (BankSimulator simulator = BankSimulator.start(SimulatorSettings.withJournal(folder.resolve("journal")))) {
            BankGateway gateway = gatewayTo(simulator.url(), LONG);
            assertThat(gateway.submit(instruction())).isInstanceOf(Outcome.Executed.class);

            assertThat(told(gateway.accounts(OURSELVES)))
                    .contains(new BankAccount(SETTLEMENT, "Settlement GBP", Optional.empty(), POUNDS));
            assertThat(told(gateway.balance(OURSELVES, SETTLEMENT)).amount()).isEqualTo(Money.of("-12.34", POUNDS));
            BankTransactions lines = told(gateway.transactions(OURSELVES, SETTLEMENT, Optional.empty()));
            assertThat(lines.next()).isEmpty();
            assertThat(lines.items()).singleElement().satisfies(line -> {
                assertThat(line.amount()).isEqualTo(Money.of("-12.34", POUNDS));
                assertThat(line.instructionId()).contains(ID.toString());
                assertThat(line.counterparty()).contains(Orders.ANYONE.value());
            });
            assertThat(told(gateway.transactions(
                                    OURSELVES,
                                    SETTLEMENT,
                                    Optional.of(lines.items().getFirst().id())))
                            .items())
                    .isEmpty();
            assertThat(gateway.balance(OURSELVES, "nobody's"))
                    .isEqualTo(new BankAnswer.Failed<>(Reason.ACCOUNT_NOT_FOUND, Optional.empty()));
        }
    }

    @Test
    void the_simulator_has_no_tokens_to_refresh() {
        assertThat(gateway().refresh(OURSELVES)).isEqualTo(new BankAnswer.NotOffered<>());
    }

    @Test
    void what_is_asked_for_is_part_of_the_address_and_nothing_else() {
        bank.answers(200, "{\"transactions\":[]}");

        gateway().transactions(OURSELVES, "../faults?", Optional.of("1&limit=9"));

        assertThat(bank.requests()).containsExactly("GET /accounts/..%2Ffaults%3F/transactions?after=1%26limit%3D9 ");
    }

    @Test
    void a_line_is_taken_as_it_is_told() {
        bank.answers(200, "{\"transactions\":[" + line("1", "-12.34", "GBP") + "],\"next\":\"1\"}");

        BankTransactions lines = told(gateway().transactions(OURSELVES, SETTLEMENT, Optional.empty()));

        assertThat(lines.next()).contains("1");
        assertThat(lines.items().getFirst().valueDate()).isEqualTo(LocalDate.parse("2026-01-02"));
        assertThat(lines.items().getFirst().remittanceInformation()).isEqualTo("Invoice 7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "<html></html>",
                "{}",
                "{\"accounts\":null}",
                "{\"accounts\":[null]}",
                "{\"accounts\":[{}]}",
                "{\"accounts\":[{\"accountId\":\"a b\",\"name\":\"A\",\"currency\":\"GBP\"}]}",
                "{\"accounts\":[{\"accountId\":\"a\",\"name\":\"A\",\"currency\":\"pounds\"}]}",
                "{\"accounts\":[{\"accountId\":\"a\",\"currency\":\"GBP\"}]}",
                "{\"accounts\":[],\"accounts\":[]}"
            })
    void a_list_that_cannot_be_relied_on_is_none(String answer) {
        bank.answers(200, answer);

        assertThat(gateway().accounts(OURSELVES))
                .isEqualTo(new BankAnswer.Failed<>(Reason.BANK_API_ERROR, Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e9", "12.345", "", "12.34 GBP"})
    void a_sum_that_is_none_spoils_the_balance(String amount) {
        bank.answers(200, """
                {"accountId":"a","balance":{"amount":"%s","currency":"GBP"},"asOf":"2026-01-02T03:04:05Z"}
                """.formatted(amount));

        assertThat(gateway().balance(OURSELVES, "a"))
                .isEqualTo(new BankAnswer.Failed<>(Reason.BANK_API_ERROR, Optional.empty()));
    }

    @Test
    void an_answer_that_is_too_large_is_none() {
        bank.answers(200, "{\"accounts\":[]}" + " ".repeat(2_000_000));

        assertThat(gateway().accounts(OURSELVES))
                .isEqualTo(new BankAnswer.Failed<>(Reason.BANK_API_ERROR, Optional.empty()));
    }

    @Test
    void a_bank_that_is_down_may_ask_for_a_wait() {
        bank.answers(503, "", "Retry-After", "7");

        assertThat(gateway().accounts(OURSELVES))
                .isEqualTo(new BankAnswer.Failed<>(Reason.SERVICE_UNAVAILABLE, Optional.of(Duration.ofSeconds(7))));
    }

    @Test
    void a_bank_that_cannot_be_reached_or_does_not_answer_tells_nothing() {
        bank.neverAnswers();
        assertThat(impatientGateway().accounts(OURSELVES))
                .isEqualTo(new BankAnswer.Failed<>(Reason.TIMEOUT, Optional.empty()));
        URI url = bank.url();
        bank.close();
        assertThat(gatewayTo(url, LONG).accounts(OURSELVES))
                .isEqualTo(new BankAnswer.Failed<>(Reason.SERVICE_UNAVAILABLE, Optional.empty()));
    }

    @Test
    void a_bank_that_nobody_knows_shows_nothing() {
        UnknownBank unknown = new UnknownBank();

        assertThat(unknown.accounts(OURSELVES))
                .isEqualTo(new BankAnswer.Failed<>(Reason.BANK_NOT_FOUND, Optional.empty()));
        assertThat(unknown.balance(OURSELVES, "a")).isInstanceOf(BankAnswer.Failed.class);
        assertThat(unknown.transactions(OURSELVES, "a", Optional.empty())).isInstanceOf(BankAnswer.Failed.class);
        assertThat(unknown.refresh(OURSELVES)).isInstanceOf(BankAnswer.Failed.class);
    }

    private static String line(String id, String amount, String currency) {
        return """
                {"transactionId":"%s","amount":{"amount":"%s","currency":"%s"},"bookedAt":"2026-01-02T03:04:05Z",
                 "valueDate":"2026-01-02","instructionId":"one","counterpartyIban":"GB29NWBK60161331926819",
                 "remittanceInformation":"Invoice\\u0000 7"}
                """.formatted(id, amount, currency);
    }

    private static <T> T told(BankAnswer<T> answer) {
        assertThat(answer).isInstanceOf(BankAnswer.Told.class);
        return ((BankAnswer.Told<T>) answer).content();
    }
}
