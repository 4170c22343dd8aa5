package io.ledgerbank.saga.bank;

import io.ledgerbank.api.payment.BankInstruction;
import io.ledgerbank.api.payment.Outcome;

/** The one call that was admitted: made at most once, and closed in any case. For one thread. */
public final class BankCall implements AutoCloseable {

    private final BankGateway bank;
    private final Permit permit;

    BankCall(BankGateway bank, Permit permit) {
        this.bank = bank;
        this.permit = permit;
    }

    /** As {@link BankGateway#submit}. */
    public Outcome submit(BankInstruction instruction) {
        permit.use();
        Outcome outcome = bank.submit(instruction);
        permit.ended(Trouble.in(outcome));
        return outcome;
    }

    /** As {@link BankGateway#inquire}. */
    public InquiryAnswer inquire(BankInquiry inquiry) {
        permit.use();
        InquiryAnswer answer = bank.inquire(inquiry);
        permit.ended(Trouble.in(answer));
        return answer;
    }

    <T> BankAnswer<T> read(Reading<T> reading) {
        permit.use();
        BankAnswer<T> answer = reading.from(bank);
        permit.ended(Trouble.in(answer));
        return answer;
    }

    /** Any of the questions that change nothing. */
    @FunctionalInterface
    interface Reading<T> {
        BankAnswer<T> from(BankGateway bank);
    }

    /** Gives the place back. A call that was not made says nothing of the bank. */
    @Override
    public void close() {
        permit.close();
    }
}
