package io.ledgerbank.api.payment;

import io.ledgerbank.api.account.Iban;
import io.ledgerbank.api.bank.BankCode;

/** Who receives an external payment. */
public record Creditor(String name, Iban iban, BankCode bankCode) {}
