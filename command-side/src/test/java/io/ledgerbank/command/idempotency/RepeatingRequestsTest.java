package io.ledgerbank.command.idempotency;

import static io.ledgerbank.command.testing.People.ALICE;
import static io.ledgerbank.command.testing.People.BOB;
import static io.ledgerbank.command.testing.People.CARLA;
import static io.ledgerbank.command.testing.People.TELLER;
import static io.ledgerbank.command.testing.People.TODAY;
import static io.ledgerbank.command.testing.People.pounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.Outcome;
import io.ledgerbank.api.payment.PaymentDetails;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.PaymentStatus;
import io.ledgerbank.api.payment.Priority;
import io.ledgerbank.api.payment.RecordOutcome;
import io.ledgerbank.api.payment.StartAttempt;
import io.ledgerbank.command.testing.CommandSideTest;
import io.ledgerbank.command.testing.InParallel;
import io.ledgerbank.command.testing.RepeatingClient;
import io.ledgerbank.command.testing.TestBank;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@CommandSideTest
class RepeatingRequestsTest {

    private final TestBank bank;
    private final CommandGateway commands;
    private final RepeatingClient client;

    private AccountId alices;
    private AccountId bobs;

    RepeatingRequestsTest(TestBank bank, CommandGateway commands, RepeatingClient client) {
        this.bank = bank;
        this.commands = commands;
        this.client = client;
    }

    @BeforeEach
    void alice_has_a_hundred_pounds() {
        alices = bank.openWith(ALICE, pounds("100.00"));
        bobs = bank.open(BOB).id();
        client.begin();
    }

    @Test
    void a_repeated_request_happens_once_and_gets_the_first_answer() {
        PaymentDetails first = client.pay(ALICE, "key", transfer(alices, bobs, pounds("60.00")));
        assertThat(client.replays()).isZero();

        PaymentDetails again = client.pay(ALICE, "key", transfer(alices, bobs, pounds("60.00")));

        assertThat(again).isEqualTo(first);
        assertThat(client.replays()).isEqualTo(1);
        assertThat(bank.posted(alices)).isEqualTo(4000);
    }

    @Test
    void the_first_answer_does_not_change_when_the_payment_moves_on() {
        PaymentDetails first = client.pay(ALICE, "key", external(alices, pounds("60.00")));
        commands.sendAndWait(new StartAttempt(first.id(), 1, Duration.ofSeconds(5)));
        commands.sendAndWait(new RecordOutcome(first.id(), 1, new Outcome.Executed("REF", TODAY)));

        PaymentDetails again = client.pay(ALICE, "key", external(alices, pounds("60.00")));

        assertThat(again).isEqualTo(first);
        assertThat(again.status()).isEqualTo(PaymentStatus.PENDING);
    }

    @Test
    void a_decided_refusal_is_repeated_though_it_would_be_decided_otherwise_now() {
        refused(Reason.INSUFFICIENT_FUNDS, "key", transfer(alices, bobs, pounds("100.01")));
        bank.pay(TELLER, new PaymentOrder.Deposit(alices, pounds("50.00"), "In", Optional.empty(), Priority.NORMAL));

        refused(Reason.INSUFFICIENT_FUNDS, "key", transfer(alices, bobs, pounds("100.01")));

        assertThat(client.replays()).isEqualTo(1);
        client.pay(ALICE, "another key", transfer(alices, bobs, pounds("100.01")));
    }

    @Test
    void a_conflict_is_repeated_too() {
        PaymentOrder rent = new PaymentOrder.Transfer(
                alices, bobs, pounds("1.00"), "Rent", Optional.of("RENT-11"), Priority.NORMAL);
        bank.pay(ALICE, rent);

        refused(Reason.DUPLICATE_END_TO_END_ID, "key", rent);
        refused(Reason.DUPLICATE_END_TO_END_ID, "key", rent);

        assertThat(client.replays()).isEqualTo(1);
    }

    @Test
    void what_was_not_found_may_be_found_another_time() {
        AccountId later = AccountId.next();

        refused(Reason.ACCOUNT_NOT_FOUND, "key", transfer(alices, later, pounds("1.00")));
        refused(Reason.ACCOUNT_NOT_FOUND, "key", transfer(alices, later, pounds("1.00")));

        assertThat(client.replays()).isZero();
    }

    @Test
    void a_key_does_not_stand_for_a_different_request() {
        client.pay(ALICE, "key", transfer(alices, bobs, pounds("1.00")));

        refused(Reason.IDEMPOTENCY_KEY_REUSED, "key", transfer(alices, bobs, pounds("2.00")));

        assertThat(bank.posted(alices)).isEqualTo(9900);
    }

    @Test
    void equal_keys_of_different_callers_have_nothing_to_do_with_each_other() {
        AccountId filled = bank.openWith(BOB, pounds("10.00"));
        client.pay(ALICE, "key", transfer(alices, bobs, pounds("1.00")));

        assertThat(client.pay(BOB, "key", transfer(filled, alices, pounds("1.00")))
                        .status())
                .isEqualTo(PaymentStatus.COMPLETED);
        assertThat(client.replays()).isZero();
    }

    @Test
    void of_many_requests_at_once_one_is_carried_out() throws Exception {
        Callable<Optional<PaymentDetails>> request = () -> {
            try {
                return Optional.of(client.pay(ALICE, "key", transfer(alices, bobs, pounds("10.00"))));
            } catch (RejectedException rejected) {
                assertThat(rejected.reason()).isEqualTo(Reason.IDEMPOTENCY_KEY_IN_FLIGHT);
                return Optional.empty();
            }
        };

        List<Optional<PaymentDetails>> answers = InParallel.run(16, Collections.nCopies(64, request));

        assertThat(answers.stream().flatMap(Optional::stream).distinct()).hasSize(1);
        assertThat(bank.posted(alices)).isEqualTo(9000);
    }

    private void refused(Reason reason, String key, PaymentOrder order) {
        assertThatThrownBy(() -> client.pay(ALICE, key, order))
                .isInstanceOfSatisfying(RejectedException.class, rejected -> assertThat(rejected.reason())
                        .isEqualTo(reason));
    }

    private static PaymentOrder transfer(AccountId debtor, AccountId creditor, Money amount) {
        return new PaymentOrder.Transfer(debtor, creditor, amount, "Over", Optional.empty(), Priority.NORMAL);
    }

    private static PaymentOrder external(AccountId debtor, Money amount) {
        return new PaymentOrder.External(debtor, CARLA, amount, "Away", Optional.empty(), Priority.NORMAL);
    }
}
