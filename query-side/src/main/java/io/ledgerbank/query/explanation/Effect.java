package io.ledgerbank.query.explanation;

import io.ledgerbank.api.account.AccountChanged;
import io.ledgerbank.api.account.AccountEvent;
import io.ledgerbank.api.account.AccountOpened;
import io.ledgerbank.api.account.Counterparty;
import io.ledgerbank.api.account.FundsHeld;
import io.ledgerbank.api.account.HoldCaptured;
import io.ledgerbank.api.account.HoldReleased;
import io.ledgerbank.api.account.MoneyEvent;
import io.ledgerbank.api.account.Purpose;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.ledger.Direction;
import io.ledgerbank.api.money.Money;
import java.util.Optional;

/**
 * What an event does to an account's balance, as far as the event alone tells.
 *
 * @param change empty of events that leave what is posted and held as it is
 */
record Effect(
        Optional<Amounts> change,
        Optional<PaymentId> paymentId,
        Optional<Counterparty> counterparty,
        Optional<String> remittanceInformation) {

    /** The stored names of all events that change a balance, as a list of SQL literals. */
    static final String TYPES = "'AccountDebited', 'AccountCredited', 'ReturnCredited', 'FundsHeld', 'HoldReleased',"
            + " 'HoldCaptured', 'LimitsChanged'";

    private static final Effect NONE =
            new Effect(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    static Effect of(AccountEvent event) {
        return switch (event) {
            case FundsHeld hold ->
                new Effect(
                        Optional.of(Amounts.change(zero(hold.amount()), hold.amount())),
                        Optional.of(hold.paymentId()),
                        hold.purpose().map(Purpose::counterparty),
                        hold.purpose().map(Purpose::remittanceInformation));
            case HoldReleased released ->
                new Effect(
                        Optional.of(Amounts.change(
                                zero(released.amount()), released.amount().negated())),
                        Optional.of(released.paymentId()),
                        Optional.empty(),
                        Optional.empty());
            case MoneyEvent booked ->
                new Effect(
                        Optional.of(Amounts.change(posted(booked), held(booked))),
                        Optional.of(booked.paymentId()),
                        Optional.of(booked.counterparty()),
                        Optional.of(booked.remittanceInformation()));
            case AccountOpened opened -> NONE;
            case AccountChanged changed -> NONE;
        };
    }

    private static Money posted(MoneyEvent booked) {
        return booked.direction() == Direction.CREDIT
                ? booked.amount()
                : booked.amount().negated();
    }

    private static Money held(MoneyEvent booked) {
        return booked instanceof HoldCaptured captured ? captured.amount().negated() : zero(booked.amount());
    }

    private static Money zero(Money like) {
        return Money.zero(like.currency());
    }
}
