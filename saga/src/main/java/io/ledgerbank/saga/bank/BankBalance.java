package io.ledgerbank.saga.bank;

import io.ledgerbank.api.money.Money;
import java.time.Instant;

/** What a bank says is on an account; less than zero is owed to the bank. */
public record BankBalance(Money amount, Instant asOf) {}
