package io.ledgerbank.saga.bank;

import io.ledgerbank.api.payment.BankInstruction;
import io.ledgerbank.api.payment.Outcome;
import java.util.List;
import java.util.Optional;

/**
 * One external bank. Calls take bounded time and answer whatever happens: trouble on the way is an outcome, too. Safe for
 * use by many threads.
 */
public interface BankGateway {

    /** Tells the bank to execute the payment; nothing is sent any more once the instruction's deadline has passed. */
    Outcome submit(BankInstruction instruction);

    /** Asks the bank what became of an attempt; it is certain of nothing that the bank does not say. */
    InquiryAnswer inquire(BankInquiry inquiry);

    /** The accounts that the bank lets us see. */
    BankAnswer<List<BankAccount>> accounts(BankAccess access);

    /** @param after where an earlier part ended; empty for the beginning */
    BankAnswer<BankTransactions> transactions(BankAccess access, String accountId, Optional<String> after);

    BankAnswer<BankBalance> balance(BankAccess access, String accountId);

    /** New tokens for the old ones. */
    BankAnswer<BankAccess> refresh(BankAccess access);
}
