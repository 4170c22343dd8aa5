package io.ledgerbank.command.account;

import io.ledgerbank.api.account.AccountLimits;
import io.ledgerbank.api.account.ChangeLimits;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.command.request.Explanation;
import io.ledgerbank.command.request.RequestFields;
import java.util.Optional;

/**
 * What a client sends to change an account's limits.
 *
 * @param reason may be left out
 */
record LimitsBody(
        Optional<Money> singleLimit,
        Optional<Money> dailyLimit,
        Optional<Money> monthlyLimit,
        Optional<Money> overdraftLimit,
        Optional<String> reason) {

    private static final String NO_REASON = "No reason given";

    /** @throws RejectedException naming every field at fault */
    ChangeLimits command(AccountId id, Caller caller) {
        RequestFields fields = new RequestFields();
        fields.required("singleLimit", singleLimit);
        fields.required("dailyLimit", dailyLimit);
        fields.required("monthlyLimit", monthlyLimit);
        fields.required("overdraftLimit", overdraftLimit);
        fields.check("reason", reason, Explanation::check);
        fields.rejectFaults();
        AccountLimits limits =
                new AccountLimits(singleLimit.orElseThrow(), dailyLimit.orElseThrow(), monthlyLimit.orElseThrow());
        return new ChangeLimits(id, limits, overdraftLimit.orElseThrow(), reason.orElse(NO_REASON), caller);
    }
}
