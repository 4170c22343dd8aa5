package io.ledgerbank.command.payment;

import java.util.List;

/** The rules of payments, in the order in which they are asked; the first refusal is the answer. */
final class PaymentPolicies {

    /** Of the order alone. */
    static final List<PaymentPolicy> SHAPE = List.of(
            PositiveAmount::check,
            RemittanceInformation::check,
            EndToEndId::check,
            CreditorName::check,
            CashThroughStaff::check);

    /** Of the order's days, as seen when it is given. */
    static final List<PaymentPolicy> WHEN_ORDERED = List.of(ExecutionDate::check, ValueDate::check);

    /**
     * Of the order as it was given. Whether an IBAN is that of the debtor's own account is asked once it is known whose
     * account that is.
     */
    static final List<PaymentPolicy> ROUTE = List.of(DifferentAccounts::check);

    /** Of the accounts, but for what a payment takes from them. */
    static final List<PaymentPolicy> PARTIES = List.of(
            KnownDebtor::check,
            OwnAccountOnly::check,
            DifferentAccounts::check,
            KnownCreditor::check,
            KnownBank::check,
            DebtorInGoodStanding::check,
            CreditorOpen::check,
            SameCurrency::check,
            SingleLimit::check,
            NoDuplicate::check);

    /** Of the accounts of a payment for later: that they are there for the caller, and what never changes about them. */
    static final List<PaymentPolicy> WHEN_SCHEDULED = List.of(
            KnownDebtor::check,
            OwnAccountOnly::check,
            DifferentAccounts::check,
            KnownCreditor::check,
            KnownBank::check,
            DebtorOpen::check,
            CreditorOpen::check,
            SameCurrency::check);

    /**
     * Of the accounts when a payment is taken back: the bank does it, so it is nobody's own account, no limit counts, and a
     * freeze, which keeps the money there, does not keep it from whom it belongs to.
     */
    static final List<PaymentPolicy> WHEN_REVERSED =
            List.of(KnownDebtor::check, KnownCreditor::check, DebtorOpen::check, CreditorOpen::check);

    /** Of the balances when a payment is taken back. */
    static final List<PaymentPolicy> REVERSED_BALANCES = List.of(SufficientFunds::check, BalanceWithinRange::check);

    /** Of the balances and what was spent; asked last, after the payment is known to be no duplicate. */
    static final List<PaymentPolicy> BALANCES =
            List.of(SufficientFunds::check, DailyLimit::check, MonthlyLimit::check, BalanceWithinRange::check);

    private PaymentPolicies() {}
}
