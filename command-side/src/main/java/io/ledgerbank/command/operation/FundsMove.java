package io.ledgerbank.command.operation;

import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.ledger.Entry;
import io.ledgerbank.api.ledger.LedgerAccount.Customer;
import io.ledgerbank.command.account.Account;
import io.ledgerbank.command.account.Booking;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What becomes of a payment's money on its debtor's account. */
sealed interface FundsMove {

    /** The name of the event that the account records. */
    String event();

    List<Entry> entries(AccountId debtor);

    void happenTo(Account account);

    private static List<Entry> out(AccountId debtor, Booking booking) {
        return List.of(
                Entry.debit(new Customer(debtor), booking.amount()), Entry.credit(booking.contra(), booking.amount()));
    }

    /** What is held is available again. */
    record Release(PaymentId payment) implements FundsMove {

        @Override
        public String event() {
            return "HoldReleased";
        }

        @Override
        public List<Entry> entries(AccountId debtor) {
            return List.of();
        }

        @Override
        public void happenTo(Account account) {
            account.release(payment);
        }
    }

    /** What is held leaves the account. */
    record Capture(Booking booking) implements FundsMove {

        @Override
        public String event() {
            return "HoldCaptured";
        }

        @Override
        public List<Entry> entries(AccountId debtor) {
            return FundsMove.out(debtor, booking);
        }

        @Override
        public void happenTo(Account account) {
            account.capture(booking);
        }
    }

    /** What had been released leaves the account after all. */
    record Debit(Booking booking) implements FundsMove {

        @Override
        public String event() {
            return "AccountDebited";
        }

        @Override
        public List<Entry> entries(AccountId debtor) {
            return FundsMove.out(debtor, booking);
        }

        @Override
        public void happenTo(Account account) {
            account.debit(booking);
        }
    }

    /** What had left the account comes back, and the limits of the day on which it was held count it no longer. */
    record TakeBack(Booking booking, Optional<LocalDate> heldOn) implements FundsMove {

        @Override
        public String event() {
            return "ReturnCredited";
        }

        @Override
        public List<Entry> entries(AccountId debtor) {
            return List.of(
                    Entry.credit(new Customer(debtor), booking.amount()),
                    Entry.debit(booking.contra(), booking.amount()));
        }

        @Override
        public void happenTo(Account account) {
            account.takeBack(booking, heldOn);
        }
    }
}
