package io.ledgerbank.saga.payment;

import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.BankInstruction;
import io.ledgerbank.api.payment.Outcome;
import io.ledgerbank.api.payment.ParkPayment;
import io.ledgerbank.api.payment.RecordOutcome;
import io.ledgerbank.api.payment.StartAttempt;
import io.ledgerbank.saga.bank.Admission;
import io.ledgerbank.saga.bank.BankCall;
import io.ledgerbank.saga.bank.BankGateways;
import io.ledgerbank.saga.bank.BankInquiry;
import io.ledgerbank.saga.bank.InquiryAnswer;
import io.ledgerbank.saga.bank.Obstacle;
import io.ledgerbank.saga.work.ComeBackLater;
import io.ledgerbank.saga.work.WorkItem;
import io.ledgerbank.saga.work.Worker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the step that a payment waits for: tells or asks its bank and records the outcome. It may die at any line: the
 * request leaves only after {@code AttemptStarted} has committed, and from then on there is a timer that asks.
 */
final class PaymentWorker implements Worker {

    private static final Logger LOG = LoggerFactory.getLogger(PaymentWorker.class);

    private final ExternalPayments payments;
    private final PaymentProcess process;
    private final BankGateways banks;
    private final CommandGateway commands;
    private final RecordingAnswers answers;
    private final Clock clock;

    PaymentWorker(
            ExternalPayments payments,
            PaymentProcess process,
            BankGateways banks,
            CommandGateway commands,
            Clock clock) {
        this.payments = payments;
        this.process = process;
        this.banks = banks;
        this.commands = commands;
        this.answers = new RecordingAnswers(commands, clock);
        this.clock = clock;
    }

    @Override
    public void work(WorkItem item) {
        payments.find(PaymentId.parse(item.subject()))
                .filter(payment -> payment.isAt(item.sequence()))
                .ifPresentOrElse(this::advance, () -> LOG.debug("Work item {} is stale", item.id()));
    }

    private void advance(ExternalPayment payment) {
        switch (process.next(payment.progress(), banks.termsOf(payment.bank()).capabilities())) {
            case NextAction.Submit submit -> submit(payment, submit.attempt());
            case NextAction.Inquire inquire -> inquire(payment, inquire);
            case NextAction.Park park -> park(payment, park.attempt());
            case NextAction.Nothing nothing -> {}
        }
    }

    /** A payment whose bank may not be called waits as it is: an attempt that would not leave is none. */
    private BankCall admitted(ExternalPayment payment) {
        return switch (banks.admit(payment.bank())) {
            case Admission.Granted(BankCall call) -> call;
            case Admission.Refused(Obstacle obstacle, Duration wait) ->
                throw new ComeBackLater(wait, payment.bank() + ": " + obstacle);
        };
    }

    private void submit(ExternalPayment payment, int attempt) {
        try (BankCall call = admitted(payment)) {
            Optional<BankInstruction> instruction;
            try {
                instruction = commands.sendAndWait(new StartAttempt(
                        payment.id(), attempt, banks.termsOf(payment.bank()).timeout()));
            } catch (RejectedException refused) {
                leaveToWhoeverWasFaster(payment, refused);
                return;
            }
            instruction.ifPresent(started -> submit(payment, started, call));
        }
    }

    private void submit(ExternalPayment payment, BankInstruction instruction, BankCall call) {
        Outcome outcome = call.submit(instruction);
        call.close();
        LOG.info(
                "Payment {}, attempt {} with {}: {}",
                payment.id(),
                instruction.attempt(),
                payment.bank(),
                OutcomeInWords.of(outcome));
        answers.record(
                new RecordOutcome(payment.id(), instruction.attempt(), outcome),
                instruction.deadline().plus(process.grace()));
    }

    private void inquire(ExternalPayment payment, NextAction.Inquire action) {
        Instant asked = clock.instant();
        InquiryAnswer answer;
        try (BankCall call = admitted(payment)) {
            answer = call.inquire(new BankInquiry(payment.id(), payment.amount(), payment.doubt()));
        }
        Outcome outcome =
                switch (answer) {
                    case InquiryAnswer.Told(Outcome told) -> told;
                    case InquiryAnswer.NeverGotIt nothing -> ifNeverGot(payment, asked);
                };
        LOG.info(
                "Payment {}, inquiry {} about attempt {} with {}: {}",
                payment.id(),
                action.inquiry(),
                action.attempt(),
                payment.bank(),
                OutcomeInWords.of(outcome));
        commands.sendAndWait(new RecordOutcome(payment.id(), action.attempt(), outcome));
    }

    private void park(ExternalPayment payment, int attempt) {
        LOG.info("Payment {}, attempt {}: {} cannot be asked what became of it", payment.id(), attempt, payment.bank());
        commands.sendAndWait(new ParkPayment(payment.id(), attempt, payment.doubt()));
    }

    /** Judged by when the bank was asked, for its answer is older than its arrival here. */
    private Outcome ifNeverGot(ExternalPayment payment, Instant asked) {
        return process.mayStillArrive(payment.progress(), asked)
                ? new Outcome.Unknown(payment.doubt())
                : Outcome.NotExecuted.because(payment.doubt());
    }

    /** Refused is fine if somebody else took the step; if the payment still waits for it, it must be tried again. */
    private void leaveToWhoeverWasFaster(ExternalPayment payment, RejectedException refused) {
        boolean stillWaits = payments.find(payment.id())
                .filter(now -> now.isAt(payment.progress().sequence()))
                .isPresent();
        Duration early = Duration.between(clock.instant(), payment.progress().due());
        if (stillWaits && early.isPositive()) {
            throw new ComeBackLater(early, "The clocks of two nodes, or of a node and the queue, differ");
        }
        if (stillWaits) {
            throw refused;
        }
        LOG.debug("Payment {} has been taken on already", payment.id());
    }
}
