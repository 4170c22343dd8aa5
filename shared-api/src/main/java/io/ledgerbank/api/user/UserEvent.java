package io.ledgerbank.api.user;

/** What happened to a user. */
public sealed interface UserEvent permits UserRegistered {

    UserId userId();
}
