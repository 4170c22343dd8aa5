package io.ledgerbank.saga;

import io.ledgerbank.api.account.Iban;
import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.Creditor;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.Priority;
import io.ledgerbank.simulator.TestCreditor;
import java.util.Currency;
import java.util.Optional;

/** Orders that alice gives. */
public interface Orders {

    Iban ALICE = Iban.parse("GB33BUKB20201555555555");
    Iban ANYONE = Iban.parse("GB29NWBK60161331926819");
    BankCode SIMBANK = new BankCode("SIMBANK");
    Money AMOUNT = Money.of("12.34", Currency.getInstance("GBP"));

    static PaymentOrder to(TestCreditor creditor) {
        return to(creditor(Iban.parse(creditor.iban()), SIMBANK));
    }

    static PaymentOrder to(Creditor creditor) {
        return new PaymentOrder.External(
                AccountId.next(), creditor, AMOUNT, "Invoice 7", Optional.of("invoice-7"), Priority.NORMAL);
    }

    static Creditor creditor(Iban iban, BankCode bank) {
        return new Creditor("Bob Example", iban, bank);
    }

    static PaymentOrder transfer() {
        return new PaymentOrder.Transfer(
                AccountId.next(), AccountId.next(), AMOUNT, "Rent", Optional.empty(), Priority.NORMAL);
    }
}
