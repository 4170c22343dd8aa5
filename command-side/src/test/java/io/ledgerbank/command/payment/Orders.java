package io.ledgerbank.command.payment;

import static io.ledgerbank.command.testing.People.ALICE;
import static io.ledgerbank.command.testing.People.ALICES;
import static io.ledgerbank.command.testing.People.ALICES_IBAN;
import static io.ledgerbank.command.testing.People.BOBS;
import static io.ledgerbank.command.testing.People.CARLA;
import static io.ledgerbank.command.testing.People.NOW;
import static io.ledgerbank.command.testing.People.TODAY;
import static io.ledgerbank.command.testing.People.pounds;

import io.ledgerbank.api.account.Counterparty;
import io.ledgerbank.api.account.FundsHeld;
import io.ledgerbank.api.account.HoldReleased;
import io.ledgerbank.api.account.Purpose;
import io.ledgerbank.api.error.ErrorCatalog;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.AttemptFailed;
import io.ledgerbank.api.payment.AttemptStarted;
import io.ledgerbank.api.payment.CreatePayment;
import io.ledgerbank.api.payment.OutcomeUnknown;
import io.ledgerbank.api.payment.PaymentCreated;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.PaymentScheduled;
import io.ledgerbank.api.payment.Priority;
import io.ledgerbank.api.user.Caller;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Orders that tests give, and the history that an external payment of 30.00 from Alice to Carla has. */
public final class Orders {

    public static final PaymentId ID = PaymentId.parse("01900000-0000-7000-8000-000000000777");
    public static final String LUNCH = "Lunch";

    private Orders() {}

    public static CreatePayment by(Caller caller, PaymentOrder order) {
        return new CreatePayment(ID, order, caller);
    }

    public static PaymentOrder.Transfer transfer(Money amount) {
        return new PaymentOrder.Transfer(ALICES, BOBS, amount, LUNCH, Optional.empty(), Priority.NORMAL);
    }

    public static PaymentOrder.Transfer transfer(Money amount, String endToEndId) {
        return new PaymentOrder.Transfer(ALICES, BOBS, amount, LUNCH, Optional.of(endToEndId), Priority.NORMAL);
    }

    public static PaymentOrder.External external(Money amount) {
        return new PaymentOrder.External(ALICES, CARLA, amount, LUNCH, Optional.of("INV-1"), Priority.NORMAL);
    }

    public static PaymentOrder.Deposit deposit(Money amount) {
        return new PaymentOrder.Deposit(ALICES, amount, LUNCH, Optional.empty(), Priority.NORMAL);
    }

    public static PaymentOrder.Withdrawal withdrawal(Money amount) {
        return new PaymentOrder.Withdrawal(ALICES, amount, LUNCH, Optional.empty(), Priority.NORMAL);
    }

    public static PaymentCreated created(PaymentOrder order) {
        return new PaymentCreated(ID, ALICE.userId(), order, Optional.of(ALICES_IBAN), NOW);
    }

    public static PaymentCreated paymentCreated() {
        return created(external(pounds("30.00")));
    }

    public static FundsHeld fundsHeld() {
        return new FundsHeld(ALICES, ID, pounds("30.00"), Optional.of(purpose()));
    }

    public static Purpose purpose() {
        return new Purpose(Counterparty.external(CARLA.name(), CARLA.iban()), LUNCH, NOW, TODAY);
    }

    public static HoldReleased holdReleased() {
        return new HoldReleased(ALICES, ID, pounds("30.00"), Optional.of(TODAY));
    }

    public static AttemptStarted started(int attempt) {
        return new AttemptStarted(ID, attempt, NOW, NOW.plusSeconds(5));
    }

    public static AttemptFailed failed(int attempt) {
        return new AttemptFailed(ID, attempt, Reason.TIMEOUT, NOW, NOW.plusSeconds(1), ErrorCatalog.version());
    }

    public static OutcomeUnknown unknown(int attempt, int inquiry) {
        return new OutcomeUnknown(
                ID, attempt, inquiry, Reason.TIMEOUT, NOW, NOW.plusSeconds(1), ErrorCatalog.version());
    }

    /** The same on another day. */
    public static PaymentOrder.Transfer on(LocalDate day, PaymentOrder.Transfer order) {
        return new PaymentOrder.Transfer(
                order.debtorAccountId(),
                order.creditorAccountId(),
                order.amount(),
                order.remittanceInformation(),
                order.endToEndId(),
                order.priority(),
                Optional.of(day),
                Optional.empty());
    }

    /** Due at the beginning of tomorrow, ordered by Alice. */
    public static PaymentScheduled scheduled(PaymentOrder order, Instant... laterTries) {
        return new PaymentScheduled(
                ID, ALICE.userId(), order, ALICE, Instant.parse("2026-11-23T00:00:00Z"), List.of(laterTries), NOW);
    }
}
