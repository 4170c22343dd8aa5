package io.ledgerbank.api.account;

import io.ledgerbank.api.ledger.Booked;
import io.ledgerbank.api.ledger.Direction;
import io.ledgerbank.api.ledger.Entry;
import io.ledgerbank.api.ledger.InternalAccount;
import io.ledgerbank.api.ledger.LedgerAccount;
import io.ledgerbank.api.money.Money;
import java.util.List;

/** Money was booked on an account. Balanced by construction: the entries of every money event sum to zero. */
public sealed interface MoneyEvent extends AccountEvent, Booked
        permits AccountDebited, AccountCredited, HoldCaptured, ReturnCredited {

    /** Positive. */
    Money amount();

    /** The bank's own account that takes the other side. */
    InternalAccount contra();

    Counterparty counterparty();

    String remittanceInformation();

    /** On which side of the customer's account it stands. */
    default Direction direction() {
        return switch (this) {
            case AccountCredited credited -> Direction.CREDIT;
            case ReturnCredited returned -> Direction.CREDIT;
            case AccountDebited debited -> Direction.DEBIT;
            case HoldCaptured captured -> Direction.DEBIT;
        };
    }

    /** The customer's entry first, then the internal account's. */
    @Override
    default List<Entry> entries() {
        LedgerAccount customer = new LedgerAccount.Customer(accountId());
        return switch (direction()) {
            case DEBIT -> List.of(Entry.debit(customer, amount()), Entry.credit(contra(), amount()));
            case CREDIT -> List.of(Entry.credit(customer, amount()), Entry.debit(contra(), amount()));
        };
    }
}
