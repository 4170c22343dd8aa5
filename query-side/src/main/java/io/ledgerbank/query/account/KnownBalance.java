package io.ledgerbank.query.account;

import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.user.Caller;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was posted and held on an account at a position of the log, in minor units.
 *
 * @param knownAt when the newest event up to there was recorded
 */
record KnownBalance(
        UUID ownerId, long posted, long held, long overdraft, String currency, long position, Instant knownAt) {

    /** In a form in which any cache can keep it. */
    String text() {
        return JsonMapper.shared().writeValueAsString(this);
    }

    static KnownBalance parse(String text) {
        return JsonMapper.shared().readValue(text, KnownBalance.class);
    }

    boolean isVisibleTo(Caller caller) {
        return caller.isStaff() || caller.owns(new UserId(ownerId));
    }

    AccountBalance seenAt(Instant now) {
        Currency of = Currency.getInstance(currency);
        Money isPosted = new Money(posted, of);
        Money isHeld = new Money(held, of);
        return new AccountBalance(
                isPosted, isHeld, isPosted.minus(isHeld).plus(new Money(overdraft, of)), now, knownAt, position);
    }
}
