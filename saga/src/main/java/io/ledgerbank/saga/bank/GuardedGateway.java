package io.ledgerbank.saga.bank;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.payment.BankInstruction;
import io.ledgerbank.api.payment.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Makes no call that the bank's guard does not admit. What it did not admit was certainly not sent. */
final class GuardedGateway implements BankGateway {

    private final BankGateway bank;
    private final Guard guard;

    GuardedGateway(BankGateway bank, Guard guard) {
        this.bank = bank;
        this.guard = guard;
    }

    Admission admit() {
        return guard.admitTo(bank);
    }

    @Override
    public Outcome submit(BankInstruction instruction) {
        return switch (admit()) {
            case Admission.Refused(Obstacle obstacle, Duration wait) ->
                new Outcome.NotExecuted(Reason.SERVICE_UNAVAILABLE, Optional.of(wait));
            case Admission.Granted(BankCall admitted) -> {
                try (BankCall call = admitted) {
                    yield call.submit(instruction);
                }
            }
        };
    }

    @Override
    public InquiryAnswer inquire(BankInquiry inquiry) {
        return switch (admit()) {
            case Admission.Refused(Obstacle obstacle, Duration wait) ->
                new InquiryAnswer.Told(new Outcome.Unknown(inquiry.doubt(), Optional.of(wait)));
            case Admission.Granted(BankCall admitted) -> {
                try (BankCall call = admitted) {
                    yield call.inquire(inquiry);
                }
            }
        };
    }

    @Override
    public BankAnswer<List<BankAccount>> accounts(BankAccess access) {
        return read(gateway -> gateway.accounts(access));
    }

    @Override
    public BankAnswer<BankTransactions> transactions(BankAccess access, String accountId, Optional<String> after) {
        return read(gateway -> gateway.transactions(access, accountId, after));
    }

    @Override
    public BankAnswer<BankBalance> balance(BankAccess access, String accountId) {
        return read(gateway -> gateway.balance(access, accountId));
    }

    @Override
    public BankAnswer<BankAccess> refresh(BankAccess access) {
        return read(gateway -> gateway.refresh(access));
    }

    private <T> BankAnswer<T> read(BankCall.Reading<T> reading) {
        return switch (admit()) {
            case Admission.Refused(Obstacle obstacle, Duration wait) ->
                new BankAnswer.Failed<>(Reason.SERVICE_UNAVAILABLE, Optional.of(wait));
            case Admission.Granted(BankCall admitted) -> {
                try (BankCall call = admitted) {
                    yield call.read(reading);
                }
            }
        };
    }
}
