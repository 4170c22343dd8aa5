package io.ledgerbank.saga.bank;

import io.ledgerbank.api.bank.Bank;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.payment.BankInstruction;
import io.ledgerbank.api.payment.Outcome;
import io.ledgerbank.saga.bank.BankHttp.Exchange;
import io.ledgerbank.saga.bank.Verdicts.Ordered;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Speaks the protocol of the bank simulator, in whatever words: docs/banks/simulator.md. */
final class SimulatorGateway implements BankGateway {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Bank bank;
    private final BankHttp http;
    private final Verdicts verdicts;
    private final Duration timeout;
    private final Clock clock;
    private final Wording wording;
    private final SimulatorAccounts accounts;

    SimulatorGateway(Bank bank, BankHttp http, Verdicts verdicts, Duration timeout, Clock clock) {
        this(bank, http, verdicts, timeout, clock, Wording.PLAIN);
    }

    SimulatorGateway(Bank bank, BankHttp http, Verdicts verdicts, Duration timeout, Clock clock, Wording wording) {
        this.bank = bank;
        this.http = http;
        this.verdicts = verdicts;
        this.timeout = timeout;
        this.clock = clock;
        this.wording = wording;
        this.accounts = new SimulatorAccounts(base(bank), http, timeout, wording);
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
        return switch (http.exchange(request, patience)) {
            case Exchange.Answered answer -> submitted(Ordered.by(instruction), answer);
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

    @Override
    public BankAnswer<List<BankAccount>> accounts(BankAccess access) {
        return accounts.accounts();
    }

    @Override
    public BankAnswer<BankTransactions> transactions(BankAccess access, String accountId, Optional<String> after) {
        return accounts.transactions(accountId, after);
    }

    @Override
    public BankAnswer<BankBalance> balance(BankAccess access, String accountId) {
        return accounts.balance(accountId);
    }

    @Override
    public BankAnswer<BankAccess> refresh(BankAccess access) {
        return new BankAnswer.NotOffered<>();
    }

    private Outcome submitted(Ordered ordered, Exchange.Answered answer) {
        return switch (answer.status()) {
            case 200, 201, 422 -> consistent(answer, verdicts.on(ordered, bank.code(), replyIn(answer)));
            case 503 -> refused(ordered.instructionId(), answer);
            default -> unknown(answer);
        };
    }

    /** Any proxy says 503, perhaps after it has passed the request on; only the bank says which instruction it left alone. */
    private Outcome refused(String instructionId, Exchange.Answered answer) {
        BankReply reply = replyIn(answer);
        boolean byTheBank = instructionId.equals(reply.instructionId()) && "UNAVAILABLE".equals(reply.status());
        return byTheBank ? new Outcome.NotExecuted(Reason.SERVICE_UNAVAILABLE, answer.retryAfter()) : unknown(answer);
    }

    /** Whoever it was that gave this answer; how long to wait is the one thing it is believed. */
    private static Outcome.Unknown unknown(Exchange.Answered answer) {
        Reason reason =
                switch (answer.status()) {
                    case 503 -> Reason.SERVICE_UNAVAILABLE;
                    case 504 -> Reason.TIMEOUT;
                    default -> Reason.BANK_API_ERROR;
                };
        return new Outcome.Unknown(reason, answer.retryAfter());
    }

    private InquiryAnswer inquired(BankInquiry inquiry, Exchange.Answered answer) {
        BankReply reply = replyIn(answer);
        boolean neverGotIt = answer.status() == 404 && "UNKNOWN".equals(reply.status());
        if (neverGotIt) {
            return new InquiryAnswer.NeverGotIt();
        }
        // Any web server says 404; only the bank says that it knows of no such instruction.
        return new InquiryAnswer.Told(
                answer.status() == 200 ? verdicts.on(Ordered.by(inquiry), bank.code(), reply) : unknown(answer));
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

    private BankReply replyIn(Exchange.Answered answer) {
        return BankReply.parse(wording.plain(answer.body()));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(base(bank) + path)).header("Accept", "application/json");
    }

    private static String base(Bank bank) {
        return bank.apiEndpoint().toString().replaceFirst("/+$", "");
    }
}
