package io.ledgerbank.saga.bank;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.payment.BankInstruction;
import io.ledgerbank.api.payment.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * A bank that this service does not know any more, for what is sent was ordered when it did: that is for us to mend. It gets
 * nothing, and what it may have got before stays in doubt.
 */
final class UnknownBank implements BankGateway {

    @Override
    public Outcome submit(BankInstruction instruction) {
        return Outcome.NotExecuted.because(Reason.CONFIGURATION_ERROR);
    }

    @Override
    public InquiryAnswer inquire(BankInquiry inquiry) {
        return new InquiryAnswer.Told(new Outcome.Unknown(inquiry.doubt()));
    }

    @Override
    public BankAnswer<List<BankAccount>> accounts(BankAccess access) {
        return unknown();
    }

    @Override
    public BankAnswer<BankTransactions> transactions(BankAccess access, String accountId, Optional<String> after) {
        return unknown();
    }

    @Override
    public BankAnswer<BankBalance> balance(BankAccess access, String accountId) {
        return unknown();
    }

    @Override
    public BankAnswer<BankAccess> refresh(BankAccess access) {
        return unknown();
    }

    private static <T> BankAnswer<T> unknown() {
        return new BankAnswer.Failed<>(Reason.BANK_NOT_FOUND, Optional.empty());
    }
}
