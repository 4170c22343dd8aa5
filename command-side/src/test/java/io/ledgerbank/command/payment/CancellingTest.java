package io.ledgerbank.command.payment;

import static io.ledgerbank.command.payment.Orders.ID;
import static io.ledgerbank.command.payment.Orders.created;
import static io.ledgerbank.command.payment.Orders.failed;
import static io.ledgerbank.command.payment.Orders.fundsHeld;
import static io.ledgerbank.command.payment.Orders.paymentCreated;
import static io.ledgerbank.command.payment.Orders.scheduled;
import static io.ledgerbank.command.payment.Orders.started;
import static io.ledgerbank.command.payment.Orders.transfer;
import static io.ledgerbank.command.testing.People.ADMIN;
import static io.ledgerbank.command.testing.People.ALICE;
import static io.ledgerbank.command.testing.People.ALICES;
import static io.ledgerbank.command.testing.People.BOB;
import static io.ledgerbank.command.testing.People.NOW;
import static io.ledgerbank.command.testing.People.TELLER;
import static io.ledgerbank.command.testing.People.TODAY;
import static io.ledgerbank.command.testing.People.aliceHasAnAccount;
import static io.ledgerbank.command.testing.People.bobHasAnAccount;
import static io.ledgerbank.command.testing.People.deposited;
import static io.ledgerbank.command.testing.People.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.account.HoldReleased;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.CancelPayment;
import io.ledgerbank.api.payment.ExecuteScheduled;
import io.ledgerbank.api.payment.PaymentCancelled;
import io.ledgerbank.api.payment.PaymentCompleted;
import io.ledgerbank.api.payment.PaymentDetails;
import io.ledgerbank.api.payment.StartAttempt;
import io.ledgerbank.api.user.Caller;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CancellingTest {

    private static final PaymentCancelled CANCELLED = new PaymentCancelled(ID, NOW);

    private final SpanningFixture bank = new SpanningFixture();

    @Test
    void releases_what_is_held_in_the_same_append() {
        SpanningFixture.Then then = pending().when(new CancelPayment(ID, ALICE));

        then.then(new HoldReleased(ALICES, ID, pounds("30.00"), Optional.of(TODAY)), CANCELLED);
        assertThat(then.thenAnswered(PaymentDetails.class).isoStatus()).isEqualTo("CANC");
    }

    @Test
    void calls_off_what_waits_for_its_day() {
        bank.given(aliceHasAnAccount(), bobHasAnAccount(), scheduled(transfer(pounds("1.00"))))
                .when(new CancelPayment(ID, ALICE))
                .then(CANCELLED);
        bank.when(new ExecuteScheduled(ID, Optional.of(0L), Caller.system())).thenRefused(Reason.ALREADY_PROCESSED);
    }

    @Test
    void staff_may_do_it_for_the_customer() {
        pending().when(new CancelPayment(ID, TELLER)).thenAnswered(PaymentDetails.class);
        new CancellingTest().pending().when(new CancelPayment(ID, ADMIN)).thenAnswered(PaymentDetails.class);
    }

    @Test
    void to_anybody_else_the_payment_does_not_exist() {
        pending().when(new CancelPayment(ID, BOB)).thenRefused(Reason.PAYMENT_NOT_FOUND);
        bank.when(new CancelPayment(PaymentId.next(), ALICE)).thenRefused(Reason.PAYMENT_NOT_FOUND);
    }

    @Test
    void once_a_bank_may_know_of_it_it_is_too_late() {
        pending().given(started(1)).when(new CancelPayment(ID, ALICE)).thenRefused(Reason.ALREADY_PROCESSED);
        bank.given(failed(1)).when(new CancelPayment(ID, ALICE)).thenRefused(Reason.ALREADY_PROCESSED);
    }

    @Test
    void no_bank_is_told_of_it_afterwards() {
        pending().when(new CancelPayment(ID, ALICE)).thenAnswered(PaymentDetails.class);

        bank.when(new StartAttempt(ID, 1, Duration.ofSeconds(5))).thenRefused(Reason.ALREADY_PROCESSED);
    }

    @Test
    void what_is_over_stays_as_it_is() {
        bank.given(aliceHasAnAccount(), created(transfer(pounds("1.00"))), new PaymentCompleted(ID, NOW))
                .when(new CancelPayment(ID, ALICE))
                .thenRefused(Reason.ALREADY_PROCESSED);
        new CancellingTest()
                .pending()
                .given(CANCELLED)
                .when(new CancelPayment(ID, ALICE))
                .thenRefused(Reason.ALREADY_PROCESSED);
    }

    private SpanningFixture pending() {
        return bank.given(aliceHasAnAccount(), deposited(ALICES, pounds("100.00")), paymentCreated(), fundsHeld());
    }
}
