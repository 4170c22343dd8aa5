package io.ledgerbank.simulator;

import io.ledgerbank.simulator.Behaviour.Executes;
import io.ledgerbank.simulator.journal.JournalRecord.Decided;
import io.ledgerbank.simulator.journal.JournalRecord.Rejected;
import io.ledgerbank.simulator.journal.PaymentInstruction;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** {@code POST /payments} and {@code GET /payments/{instructionId}}, with every way of answering badly. */
final class PaymentsEndpoint {

    private static final Map<String, String> UNKNOWN = Map.of("status", "UNKNOWN");
    private static final String RETRY_AFTER_SECONDS = "1";

    /** The answer to a POST on which nothing was decided. */
    record LeftAlone(String instructionId, String status) {}

    private final PaymentDesk desk;
    private final Notifier notifier;
    private final Pause pause;
    private final Duration silence;
    private final Duration lateReply;

    PaymentsEndpoint(PaymentDesk desk, Notifier notifier, Pause pause, SimulatorSettings settings) {
        this.desk = desk;
        this.notifier = notifier;
        this.pause = pause;
        this.silence = settings.silence();
        this.lateReply = settings.lateReply();
    }

    void receive(Exchange exchange) throws IOException {
        Optional<byte[]> body = exchange.body();
        if (body.isEmpty()) {
            exchange.header("Connection", "close");
            exchange.problem(413, "Content Too Large", "A payment has at most " + Exchange.LARGEST_BODY + " bytes");
            return;
        }
        PaymentInstruction instruction = parse(body.get());
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
            case Receipt.Ignored _silence -> staySilent(exchange);
        }
    }

    void inquire(Exchange exchange, String instructionId) throws IOException {
        Optional<Receipt> known = desk.inquire(instructionId);
        if (known.isEmpty()) {
            exchange.json(404, UNKNOWN);
        } else if (known.get() instanceof Receipt.Repeated(Decided decision)) {
            exchange.json(200, PaymentAnswer.of(decision));
        } else {
            unavailable(exchange);
        }
    }

    private void answer(Exchange exchange, Decided decision, Executes manner) throws IOException {
        try {
            PaymentAnswer truth = PaymentAnswer.of(decision);
            int status = decision instanceof Rejected ? 422 : 201;
            switch (manner.reply()) {
                case PROMPT -> exchange.json(status, truth);
                case LATE -> {
                    pause.of(lateReply);
                    exchange.json(status, truth);
                }
                case LOST, LOST_FOR_GOOD -> exchange.close();
                case NONSENSE -> exchange.html(200, "<html><body><h1>It works!</h1></body></html>");
                case WRONG_INSTRUCTION_ID ->
                    exchange.json(
                            status, truth.withInstructionId(UUID.randomUUID().toString()));
            }
        } finally {
            notifier.announce(decision, manner.notifications());
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

    private static PaymentInstruction parse(byte[] body) {
        try {
            PaymentRequest request = Json.MAPPER.readValue(body, PaymentRequest.class);
            if (request == null) {
                throw new MalformedRequest("The body must be a JSON object");
            }
            return request.toInstruction();
        } catch (DatabindException wrongShape) {
            throw new MalformedRequest("The body does not have the shape of a payment"
                    + (wrongShape.getPath().isEmpty() ? "" : ": see " + FieldPath.of(wrongShape)));
        } catch (JacksonException notJson) {
            throw new MalformedRequest("The body must be one JSON object");
        }
    }
}
