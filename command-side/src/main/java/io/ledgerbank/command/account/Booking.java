package io.ledgerbank.command.account;

import io.ledgerbank.api.account.AccountCredited;
import io.ledgerbank.api.account.AccountDebited;
import io.ledgerbank.api.account.Counterparty;
import io.ledgerbank.api.account.HoldCaptured;
import io.ledgerbank.api.account.ReturnCredited;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.ledger.InternalAccount;
import io.ledgerbank.api.money.Money;
import java.time.LocalDate;
import java.util.Optional;

/** What a debit, a credit or a capture says besides the account it is booked on. */
public record Booking(
        PaymentId paymentId,
        Money amount,
        InternalAccount contra,
        Counterparty counterparty,
        String remittanceInformation,
        Moment booked,
        LocalDate valueDate) {

    AccountDebited debited(AccountId account) {
        return new AccountDebited(
                account,
                paymentId,
                amount,
                contra,
                counterparty,
                remittanceInformation,
                booked.day(),
                valueDate,
                Optional.of(booked.time()));
    }

    /** As a debit that takes a payment back. */
    AccountDebited reversing(AccountId account, PaymentId original) {
        return new AccountDebited(
                account,
                paymentId,
                amount,
                contra,
                counterparty,
                remittanceInformation,
                booked.day(),
                valueDate,
                Optional.of(booked.time()),
                Optional.of(original));
    }

    AccountCredited credited(AccountId account) {
        return new AccountCredited(
                account, paymentId, amount, contra, counterparty, remittanceInformation, booked.day(), valueDate);
    }

    ReturnCredited returned(AccountId account, Optional<LocalDate> heldOn) {
        return new ReturnCredited(
                account,
                paymentId,
                amount,
                contra,
                counterparty,
                remittanceInformation,
                booked.day(),
                valueDate,
                heldOn);
    }

    HoldCaptured captured(AccountId account) {
        return new HoldCaptured(
                account, paymentId, amount, contra, counterparty, remittanceInformation, booked.day(), valueDate);
    }
}
