package io.ledgerbank.simulator;

import io.ledgerbank.simulator.Behaviour.Executes;
import io.ledgerbank.simulator.journal.JournalRecord.Decided;
import io.ledgerbank.simulator.journal.JournalRecord.Rejected;
import io.ledgerbank.simulator.journal.PaymentInstruction;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** {@code POST /payments} and {@code GET /payments/{instructionId}}, with every way of answering badly. */
final class PaymentsEndpoint {

    private static final Map<String, String> UNKNOWN = Map.of("status", "UNKNOWN");
    private static final String RETRY_AFTER_SECONDS = "1";

    /** The answer to a POST on which nothing was decided. */
    record LeftAlone(String instructionId, String status) {}

    private final PaymentDesk desk;
    private final FaultBook faults;
    private final Notifier notifier;
    private final Pause pause;
    private final Duration silence;
    private final Replies replies;

    PaymentsEndpoint(PaymentDesk desk, FaultBook faults, Notifier notifier, Pause pause, SimulatorSettings settings) {
        this.desk = desk;
        this.faults = faults;
        this.notifier = notifier;
        this.pause = pause;
        this.silence = settings.silence();
        this.replies = new Replies(pause, settings);
    }

    void receive(Exchange exchange) throws IOException {
        Optional<byte[]> body = exchange.body();
        if (body.isEmpty()) {
            exchange.tooLarge("A payment");
            return;
        }
        PaymentInstruction instruction =
                Body.read(body.get(), PaymentRequest.class, "a payment").toInstruction();
        if (isAway(exchange)) {
            return;
        }
        Receipt receipt = desk.receive(instruction);
        PaymentLog.received(instruction, receipt);
        switch (receipt) {
            case Receipt.Fresh(Decided decision, Executes manner) -> answer(exchange, decision, manner);
            case Receipt.Repeated(Decided decision) ->
                exchange.json(decision instanceof Rejected ? 422 : 200, PaymentAnswer.of(decision));
            case Receipt.Conflicting _conflict ->
                exchange.problem(409, "Conflict", "This instruction id was used for another order");
            case Receipt.Withheld _lost -> exchange.close();
            case Receipt.Unavailable _down -> leaveAlone(exchange, instruction);
            case Receipt.Away _down -> unavailable(exchange);
            case Receipt.Ignored _silence -> staySilent(exchange);
        }
    }

    void inquire(Exchange exchange, String instructionId) throws IOException {
        if (isAway(exchange)) {
            return;
        }
        if (faults.current().habits().contains(Habit.ANSWERS_NO_INQUIRIES)) {
            exchange.problem(501, "Not Implemented", "This bank does not tell what became of an instruction");
            return;
        }
        if (!faults.answersInquiry()) {
            unavailable(exchange);
            return;
        }
        Optional<Receipt> known = desk.inquire(instructionId);
        if (known.isEmpty()) {
            exchange.json(404, UNKNOWN);
        } else if (known.get() instanceof Receipt.Repeated(Decided decision)) {
            exchange.json(200, PaymentAnswer.of(decision));
        } else {
            unavailable(exchange);
        }
    }

    /** Takes its time, and hangs up when that is what the bank does at present. */
    private boolean isAway(Exchange exchange) {
        Faults present = faults.current();
        if (present.latency().isPositive()) {
            pause.of(present.latency());
        }
        if (present.outage() == Outage.HANGS_UP) {
            exchange.close();
            return true;
        }
        return false;
    }

    private void answer(Exchange exchange, Decided decision, Executes manner) throws IOException {
        try {
            replies.send(exchange, decision, manner.reply());
        } finally {
            notifier.announce(decision, manner.notices());
        }
    }

    private void staySilent(Exchange exchange) throws IOException {
        pause.of(silence);
        exchange.problem(504, "Gateway Timeout", "The payment was not executed in time");
    }

    /** Names the instruction, so that its sender can tell this bank's word from that of any proxy on the way. */
    private static void leaveAlone(Exchange exchange, PaymentInstruction instruction) throws IOException {
        exchange.header("Retry-After", RETRY_AFTER_SECONDS);
        exchange.json(503, new LeftAlone(instruction.instructionId(), "UNAVAILABLE"));
    }

    private static void unavailable(Exchange exchange) throws IOException {
        exchange.header("Retry-After", RETRY_AFTER_SECONDS);
        exchange.problem(503, "Service Unavailable", "The bank is down");
    }
}
