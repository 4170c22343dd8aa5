package io.ledgerbank.command.account;

import io.ledgerbank.api.account.AccountDebited;
import io.ledgerbank.api.account.Iban;
import io.ledgerbank.api.money.Money;
import java.util.Optional;

/**
 * What makes two orders of one debtor the same, in 64 bits: creditor, amount and remittance information. It is the same
 * in every process and tells nothing of what went in; two different orders share one by a chance of 1 in 2^64.
 */
public final class OrderFingerprint {

    private static final long SEED = 0xcbf2_9ce4_8422_2325L;
    private static final long PRIME = 0x0000_0100_0000_01b3L;
    private static final char SEPARATOR = '\u0000';

    private OrderFingerprint() {}

    /** @param creditor empty for cash */
    public static long of(Optional<Iban> creditor, Money amount, String remittanceInformation) {
        long hash = creditor.isPresent() ? mixed(SEED, creditor.get().value()) : SEED;
        hash = mixed(hash, SEPARATOR);
        hash = mixed(hash, amount.minorUnits());
        hash = mixed(hash, remittanceInformation);
        return hash ^ (hash >>> 32);
    }

    static long of(AccountDebited event) {
        return of(event.counterparty().iban(), event.amount(), event.remittanceInformation());
    }

    private static long mixed(long hash, String text) {
        long mixed = hash;
        for (int i = 0; i < text.length(); i++) {
            mixed = mixed(mixed, text.charAt(i));
        }
        return mixed;
    }

    private static long mixed(long hash, long more) {
        return (hash ^ more) * PRIME;
    }
}
