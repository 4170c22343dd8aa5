package io.ledgerbank.api.account;

import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.user.Caller;
import java.util.Currency;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Open an account owned by the caller. */
public record OpenAccount(
        @TargetAggregateIdentifier AccountId accountId,
        String name,
        AccountType type,
        Currency currency,
        Caller caller) {}
