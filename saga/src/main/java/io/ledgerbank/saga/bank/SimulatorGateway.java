package io.ledgerbank.saga.bank;

import io.ledgerbank.api.bank.Bank;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.payment.BankInstruction;
import io.ledgerbank.api.payment.Outcome;
import io.ledgerbank.saga.bank.BankHttp.Exchange;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

/** Speaks the protocol of the bank simulator: docs/banks/simulator.md. */
final class SimulatorGateway implements BankGateway {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Bank bank;
    private final BankHttp http;
    private final Verdicts verdicts;
    private final Duration timeout;
    private final Clock clock;

    SimulatorGateway(Bank bank, BankHttp http, Verdicts verdicts, Duration timeout, Clock clock) {
        this.bank = bank;
        this.http = http;
        this.verdicts = verdicts;
        this.timeout = timeout;
        this.clock = clock;
    }

    @Override
    public Outcome submit(BankInstruction instruction) {
        Duration untilDeadline = Duration.between(clock.instant(), instruction.deadline());
        if (!untilDeadline.isPositive()) {
            return new Outcome.Unknown(Reason.TIMEOUT);
        }
        HttpRequest request = to("/payments")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(SimulatorPayment.of(instruction))))
                .build();
        Duration patience = timeout.compareTo(untilDeadline) < 0 ? timeout : untilDeadline;
        String instructionId = instruction.instructionId().toString();
        return switch (http.exchange(request, patience)) {
            case Exchange.Answered answer -> submitted(instructionId, answer);
            case Exchange.NeverLeft unreachable -> Outcome.NotExecuted.because(Reason.SERVICE_UNAVAILABLE);
            case Exchange.InDoubt doubt -> new Outcome.Unknown(doubt.reason());
        };
    }

    @Override
    public InquiryAnswer inquire(BankInquiry inquiry) {
        HttpRequest request = to("/payments/" + inquiry.instructionId()).GET().build();
        return switch (http.exchange(request, timeout)) {
            case Exchange.Answered answer -> inquired(inquiry, answer);
            case Exchange.NeverLeft unreachable -> doubtful(Reason.SERVICE_UNAVAILABLE);
            case Exchange.InDoubt doubt -> doubtful(doubt.reason());
        };
    }

    private Outcome submitted(String instructionId, Exchange.Answered answer) {
        return switch (answer.status()) {
            case 200, 201, 422 -> consistent(answer, verdicts.on(instructionId, bank.code(), replyIn(answer)));
            case 503 -> refused(instructionId, answer);
            case 504 -> new Outcome.Unknown(Reason.TIMEOUT);
            default -> new Outcome.Unknown(Reason.BANK_API_ERROR);
        };
    }

    /** Any proxy says 503, perhaps after it has passed the request on; only the bank says which instruction it left alone. */
    private static Outcome refused(String instructionId, Exchange.Answered answer) {
        BankReply reply = replyIn(answer);
        boolean byTheBank = instructionId.equals(reply.instructionId()) && "UNAVAILABLE".equals(reply.status());
        return byTheBank
                ? new Outcome.NotExecuted(Reason.SERVICE_UNAVAILABLE, answer.retryAfter())
                : new Outcome.Unknown(Reason.SERVICE_UNAVAILABLE);
    }

    private InquiryAnswer inquired(BankInquiry inquiry, Exchange.Answered answer) {
        BankReply reply = replyIn(answer);
        return switch (answer.status()) {
            case 200 ->
                new InquiryAnswer.Told(verdicts.on(inquiry.instructionId().toString(), bank.code(), reply));
            // Any web server says 404; only the bank says that it knows of no such instruction.
            case 404 ->
                "UNKNOWN".equals(reply.status()) ? new InquiryAnswer.NeverGotIt() : doubtful(Reason.BANK_API_ERROR);
            case 503 -> doubtful(Reason.SERVICE_UNAVAILABLE);
            case 504 -> doubtful(Reason.TIMEOUT);
            default -> doubtful(Reason.BANK_API_ERROR);
        };
    }

    private static InquiryAnswer doubtful(Reason reason) {
        return new InquiryAnswer.Told(new Outcome.Unknown(reason));
    }

    /** A status that contradicts the body makes both worthless. */
    private static Outcome consistent(Exchange.Answered answer, Outcome verdict) {
        boolean agrees =
                switch (verdict) {
                    case Outcome.Executed executed -> answer.status() != 422;
                    case Outcome.Returned returned -> answer.status() != 422;
                    case Outcome.NotExecuted rejected -> answer.status() == 422;
                    case Outcome.Unknown unknown -> true;
                };
        return agrees ? verdict : new Outcome.Unknown(Reason.BANK_API_ERROR);
    }

    private static BankReply replyIn(Exchange.Answered answer) {
        return BankReply.parse(answer.body());
    }

    private HttpRequest.Builder to(String path) {
        String base = bank.apiEndpoint().toString().replaceFirst("/+$", "");
        return HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "application/json");
    }
}
