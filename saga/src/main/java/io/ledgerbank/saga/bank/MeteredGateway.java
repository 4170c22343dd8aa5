package io.ledgerbank.saga.bank;

import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.payment.BankInstruction;
import io.ledgerbank.api.payment.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Supplier;

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
        return timed("submit", () -> gateway.submit(instruction));
    }

    @Override
    public Outcome inquire(BankInquiry inquiry) {
        return timed("inquire", () -> gateway.inquire(inquiry));
    }

    private Outcome timed(String call, Supplier<Outcome> request) {
        Timer.Sample sample = Timer.start(meters);
        Outcome outcome = request.get();
        sample.stop(Timer.builder("ledgerbank.bank.calls")
                .description("Calls to external banks by outcome")
                .tag("bank", bank.value())
                .tag("call", call)
                .tag("outcome", nameOf(outcome))
                .tag("reason", reasonOf(outcome))
                .register(meters));
        return outcome;
    }

    private static String nameOf(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Executed executed -> "executed";
            case Outcome.NotExecuted failed -> "not_executed";
            case Outcome.Unknown unknown -> "unknown";
        };
    }

    private static String reasonOf(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Executed executed -> "none";
            case Outcome.NotExecuted failed -> failed.reason().code();
            case Outcome.Unknown unknown -> unknown.reason().code();
        };
    }
}
