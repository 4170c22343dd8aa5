package io.ledgerbank.command.account;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.api.user.UserStatus;
import io.ledgerbank.command.user.KnownUsers;

/** Nobody opens an account who has been suspended or deleted since they were let in. */
final class OwnerInGoodStanding {

    private OwnerInGoodStanding() {}

    /** @throws RejectedException {@code account_suspended}; of somebody nobody has registered nothing is known */
    static void require(Caller owner, KnownUsers users) {
        users.find(owner.userId())
                .filter(user -> user.status() != UserStatus.ACTIVE)
                .ifPresent(user -> {
                    throw new RejectedException(Reason.ACCOUNT_SUSPENDED, "Who is not active opens no account");
                });
    }
}
