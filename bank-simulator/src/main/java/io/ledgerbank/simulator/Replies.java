package io.ledgerbank.simulator;

import io.ledgerbank.simulator.Behaviour.Reply;
import io.ledgerbank.simulator.journal.JournalRecord.Decided;
import io.ledgerbank.simulator.journal.JournalRecord.Rejected;
import io.ledgerbank.simulator.journal.PaymentInstruction.Amount;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;

/** Every way of answering the POST that decided, the good one and the bad ones. Thread-safe. */
final class Replies {

    private static final int BLANKS = 10_000_000;

    private final Pause pause;
    private final Duration silence;
    private final Duration lateReply;

    Replies(Pause pause, SimulatorSettings settings) {
        this.pause = pause;
        this.silence = settings.silence();
        this.lateReply = settings.lateReply();
    }

    void send(Exchange exchange, Decided decision, Reply reply) throws IOException {
        PaymentAnswer truth = PaymentAnswer.of(decision);
        int status = decision instanceof Rejected ? 422 : 201;
        switch (reply) {
            case PROMPT -> exchange.json(status, truth);
            case LATE -> {
                pause.of(lateReply);
                exchange.json(status, truth);
            }
            case LOST, LOST_FOR_GOOD -> exchange.close();
            case SILENT -> {
                pause.of(silence);
                exchange.problem(504, "Gateway Timeout", "No answer in time");
            }
            case NONSENSE -> exchange.html(200, "<html><body><h1>It works!</h1></body></html>");
            case TRUNCATED -> exchange.bytes(status, firstHalf(exchange.written(truth)));
            case OVERSIZED -> exchange.bytes(status, blanksBehind(exchange.written(truth)));
            case DRIPPING -> exchange.drip(status, exchange.written(truth), () -> pause.of(silence.dividedBy(2)));
            case REDIRECT -> {
                exchange.header("Location", "/payments/" + truth.instructionId());
                exchange.problem(302, "Found", "The answer is elsewhere");
            }
            case WRONG_INSTRUCTION_ID ->
                exchange.json(status, truth.withInstructionId(UUID.randomUUID().toString()));
            case WRONG_AMOUNT -> exchange.json(status, truth.withAmount(oneMore(amountOf(decision))));
            case WRONG_CURRENCY -> exchange.json(status, truth.withAmount(inAnother(amountOf(decision))));
        }
    }

    private static byte[] firstHalf(byte[] whole) {
        return Arrays.copyOf(whole, whole.length / 2);
    }

    private static Amount amountOf(Decided decision) {
        return decision.instruction().amount();
    }

    private static Amount oneMore(Amount amount) {
        return new Amount(new BigDecimal(amount.amount()).add(BigDecimal.ONE).toPlainString(), amount.currency());
    }

    private static Amount inAnother(Amount amount) {
        return new Amount(amount.amount(), "USD".equals(amount.currency()) ? "EUR" : "USD");
    }

    private static byte[] blanksBehind(byte[] whole) {
        byte[] more = Arrays.copyOf(whole, whole.length + BLANKS);
        Arrays.fill(more, whole.length, more.length, (byte) ' ');
        return more;
    }
}
