package io.ledgerbank.command.testing;

import io.ledgerbank.api.account.AccountCredited;
import io.ledgerbank.api.account.AccountEvent;
import io.ledgerbank.api.account.AccountLimits;
import io.ledgerbank.api.account.AccountOpened;
import io.ledgerbank.api.account.AccountType;
import io.ledgerbank.api.account.Counterparty;
import io.ledgerbank.api.account.Iban;
import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.ledger.InternalAccount;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.Creditor;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.api.user.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;

/** Who appears in tests, and what they have. */
public final class People {

    public static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    public static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    public static final Currency GBP = Currency.getInstance("GBP");
    public static final Currency EUR = Currency.getInstance("EUR");

    public static final Caller ALICE = new Caller(UserId.parse("01900000-0000-7000-8000-00000000000a"), Role.USER);
    public static final Caller BOB = new Caller(UserId.parse("01900000-0000-7000-8000-00000000000b"), Role.USER);
    public static final Caller TELLER = new Caller(UserId.parse("01900000-0000-7000-8000-00000000000c"), Role.SUPPORT);
    public static final Caller ADMIN = new Caller(UserId.parse("01900000-0000-7000-8000-00000000000d"), Role.ADMIN);

    public static final AccountId ALICES = AccountId.parse("01900000-0000-7000-8000-0000000000a1");
    public static final AccountId BOBS = AccountId.parse("01900000-0000-7000-8000-0000000000b1");
    public static final AccountId NOBODYS = AccountId.parse("01900000-0000-7000-8000-0000000000ff");
    public static final Iban ALICES_IBAN = Iban.parse("GB29NWBK60161331926819");
    public static final Iban BOBS_IBAN = Iban.parse("GB33BUKB20201555555555");

    public static final BankCode SIMBANK = new BankCode("SIMBANK");
    public static final Creditor CARLA = new Creditor("Carla Creditor", Iban.parse("DE89370400440532013000"), SIMBANK);
    public static final PaymentId OPENING_DEPOSIT = PaymentId.parse("01900000-0000-7000-8000-000000000001");

    private People() {}

    public static Money pounds(String amount) {
        return Money.of(amount, GBP);
    }

    public static Money euros(String amount) {
        return Money.of(amount, EUR);
    }

    public static AccountEvent aliceHasAnAccount() {
        return opened(ALICES, ALICE, ALICES_IBAN, GBP);
    }

    public static AccountEvent bobHasAnAccount() {
        return opened(BOBS, BOB, BOBS_IBAN, GBP);
    }

    public static AccountEvent bobHasAnAccountIn(Currency currency) {
        return opened(BOBS, BOB, BOBS_IBAN, currency);
    }

    /** 10,000.00 at once, 100,000.00 in a day, 1,000,000.00 in a month. */
    public static AccountLimits limits(Currency currency) {
        return new AccountLimits(
                Money.of("10000", currency), Money.of("100000", currency), Money.of("1000000", currency));
    }

    /** With {@link #limits}. */
    public static AccountOpened opened(AccountId id, Caller owner, Iban iban, Currency currency) {
        return new AccountOpened(
                id, owner.userId(), "Everyday", AccountType.CHECKING, currency, iban, limits(currency), NOW);
    }

    public static AccountEvent deposited(AccountId account, Money amount) {
        return new AccountCredited(
                account,
                OPENING_DEPOSIT,
                amount,
                InternalAccount.CASH,
                Counterparty.cash(),
                "Opening deposit",
                TODAY,
                TODAY);
    }
}
