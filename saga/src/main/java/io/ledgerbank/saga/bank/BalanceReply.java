package io.ledgerbank.saga.bank;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The simulator's balance of an account, where anything may be missing or wrong. */
record BalanceReply(
        BankReply.@Nullable Amount balance, @Nullable Instant asOf) {

    BankBalance toBalance() {
        return new BankBalance(Untrusted.money(balance), Untrusted.present(asOf));
    }
}
