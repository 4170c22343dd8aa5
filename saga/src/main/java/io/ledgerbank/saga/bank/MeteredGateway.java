package io.ledgerbank.saga.bank;

import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.payment.BankInstruction;
import io.ledgerbank.api.payment.Outcome;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Optional;
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

    @Override
    public BankAnswer<List<BankAccount>> accounts(BankAccess access) {
        return timed("accounts", () -> gateway.accounts(access));
    }

    @Override
    public BankAnswer<BankTransactions> transactions(BankAccess access, String accountId, Optional<String> after) {
        return timed("transactions", () -> gateway.transactions(access, accountId, after));
    }

    @Override
    public BankAnswer<BankBalance> balance(BankAccess access, String accountId) {
        return timed("balance", () -> gateway.balance(access, accountId));
    }

    @Override
    public BankAnswer<BankAccess> refresh(BankAccess access) {
        return timed("refresh", () -> gateway.refresh(access));
    }

    private <T> BankAnswer<T> timed(String call, Supplier<BankAnswer<T>> asking) {
        Timer.Sample sample = Timer.start(meters);
        BankAnswer<T> answer = asking.get();
        sample.stop(
                switch (answer) {
                    case BankAnswer.Told<T> told -> timer(call, "told", "none");
                    case BankAnswer.NotOffered<T> nothing -> timer(call, "not_offered", "none");
                    case BankAnswer.Failed<T> failed ->
                        timer(call, "failed", failed.reason().code());
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
