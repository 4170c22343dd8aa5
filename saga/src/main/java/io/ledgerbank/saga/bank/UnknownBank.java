package io.ledgerbank.saga.bank;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.payment.BankInstruction;
import io.ledgerbank.api.payment.Outcome;

/** A bank that this service does not know (any more): it gets nothing, and what it may have got before stays in doubt. */
final class UnknownBank implements BankGateway {

    @Override
    public Outcome submit(BankInstruction instruction) {
        return Outcome.NotExecuted.because(Reason.BANK_NOT_FOUND);
    }

    @Override
    public InquiryAnswer inquire(BankInquiry inquiry) {
        return new InquiryAnswer.Told(new Outcome.Unknown(inquiry.doubt()));
    }
}
