package io.ledgerbank.command.user;

import io.ledgerbank.api.id.UserId;

/** What has to be known of somebody's accounts before they can leave. Asked while a decision is taken. */
@FunctionalInterface
public interface AccountsOfUsers {

    /** Whether the user owns an account that is not closed, one that is about to be opened included. */
    boolean anyOpen(UserId owner);
}
