package io.ledgerbank.saga.bank;

import java.util.Currency;
import java.util.Optional;

/**
 * An account that a bank keeps.
 *
 * @param id by which the bank knows it
 */
public record BankAccount(String id, String name, Optional<String> iban, Currency currency) {}
