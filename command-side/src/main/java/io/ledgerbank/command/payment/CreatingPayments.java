package io.ledgerbank.command.payment;

import io.ledgerbank.api.bank.Banks;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.payment.CheckPayment;
import io.ledgerbank.api.payment.CreatePayment;
import io.ledgerbank.api.payment.CreatePayments;
import io.ledgerbank.api.payment.PaymentCreated;
import io.ledgerbank.api.payment.PaymentDetails;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.command.account.Account;
import io.ledgerbank.command.account.BankCalendar;
import io.ledgerbank.command.account.Moment;
import io.ledgerbank.command.claim.Claims;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.config.Configuration;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/** Creates payments: asks every policy, and only then lets the accounts change, all at once; or for later. */
public final class CreatingPayments {

    private final Repository<Payment> payments;
    private final DecidingPayments deciding;
    private final MakingPayments making;
    private final SchedulingPayments scheduling;
    private final References references;
    private final BankCalendar calendar;

    CreatingPayments(
            Repository<Payment> payments,
            DecidingPayments deciding,
            MakingPayments making,
            SchedulingPayments scheduling,
            References references,
            BankCalendar calendar) {
        this.payments = payments;
        this.deciding = deciding;
        this.making = making;
        this.scheduling = scheduling;
        this.references = references;
        this.calendar = calendar;
    }

    /** Wired by hand, for who has no Spring. */
    public static CreatingPayments of(
            Configuration axon, Banks banks, Claims claims, BankCalendar calendar, Duration duplicateWindow) {
        Repository<Payment> payments = axon.repository(Payment.class);
        References references = new References(claims);
        DecidingPayments deciding =
                new DecidingPayments(axon.repository(Account.class), banks, claims, duplicateWindow);
        return new CreatingPayments(
                payments,
                deciding,
                new MakingPayments(),
                new SchedulingPayments(payments, deciding, references, calendar),
                references,
                calendar);
    }

    @CommandHandler
    PaymentDetails handle(CreatePayment command) throws Exception {
        Moment now = calendar.moment();
        requireTimely(command.order(), command.caller(), now);
        if (isForLater(command.order(), now)) {
            return scheduling.schedule(command);
        }
        Decided decision = deciding.now(
                command.order(), command.caller(), now, order -> references.claim(command.paymentId(), order));
        PaymentCreated created = making.creation(command.paymentId(), decision, now.time());
        Aggregate<Payment> payment = payments.newInstance(() -> new Payment(created));
        return making.make(created, decision, payment);
    }

    /** What a refusal leaves half done is undone with its unit of work, to which all of it belongs. */
    @CommandHandler
    List<PaymentDetails> handle(CreatePayments command) throws Exception {
        List<PaymentDetails> made = new ArrayList<>();
        for (int index = 0; index < command.orders().size(); index++) {
            try {
                made.add(handle(command.at(index)));
            } catch (RejectedException refused) {
                throw BulkRefusal.of(index, refused.rejection());
            }
        }
        return made;
    }

    @CommandHandler
    void handle(CheckPayment command) {
        Moment now = calendar.moment();
        requireTimely(command.order(), command.caller(), now);
        if (isForLater(command.order(), now)) {
            references.requireFree(
                    deciding.later(command.order(), command.caller(), now).order());
        } else {
            deciding.now(command.order(), command.caller(), now, references::requireFree);
        }
    }

    private boolean isForLater(PaymentOrder order, Moment now) {
        return order.executionDate().isPresent() && order.executionDate().get().isAfter(now.day());
    }

    private void requireTimely(PaymentOrder order, Caller caller, Moment now) {
        if (order.executionDate().isEmpty() && order.valueDate().isEmpty()) {
            return;
        }
        deciding.requireTimely(order, caller, now);
    }
}
