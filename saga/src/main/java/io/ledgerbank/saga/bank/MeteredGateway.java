package io.ledgerbank.saga.bank;

import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.payment.BankInstruction;
import io.ledgerbank.api.payment.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** Times the calls to a bank by what they ended in: {@code ledgerbank.bank.calls}. */
final class MeteredGateway implements BankGateway {

    private final BankCode bank;
    private final BankGateway gateway;
    private final MeterRegistry meters;

    MeteredGateway(BankCode bank, BankGateway gateway, MeterRegistry meters) {
        this.bank = bank;
        this.gateway = gateway;
        this.meters = meters;
    }

    @Override
    public Outcome submit(BankInstruction instruction) {
        Timer.Sample sample = Timer.start(meters);
        Outcome outcome = gateway.submit(instruction);
        sample.stop(timer("submit", nameOf(outcome), reasonOf(outcome)));
        return outcome;
    }

    @Override
    public InquiryAnswer inquire(BankInquiry inquiry) {
        Timer.Sample sample = Timer.start(meters);
        InquiryAnswer answer = gateway.inquire(inquiry);
        sample.stop(
                switch (answer) {
                    case InquiryAnswer.Told(Outcome outcome) -> timer("inquire", nameOf(outcome), reasonOf(outcome));
                    case InquiryAnswer.NeverGotIt nothing -> timer("inquire", "never_got_it", "none");
                });
        return answer;
    }

    private Timer timer(String call, String outcome, String reason) {
        return Timer.builder("ledgerbank.bank.calls")
                .description("Calls to external banks by outcome")
                .tag("bank", bank.value())
                .tag("call", call)
                .tag("outcome", outcome)
                .tag("reason", reason)
                .register(meters);
    }

    private static String nameOf(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Executed executed -> "executed";
            case Outcome.NotExecuted failed -> "not_executed";
            case Outcome.Returned returned -> "returned";
            case Outcome.Unknown unknown -> "unknown";
        };
    }

    private static String reasonOf(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Executed executed -> "none";
            case Outcome.NotExecuted failed -> failed.reason().code();
            case Outcome.Returned returned -> returned.reason().code();
            case Outcome.Unknown unknown -> unknown.reason().code();
        };
    }
}
