package io.ledgerbank.api.user;

import io.ledgerbank.api.id.UserId;

/** What happened to a user. */
public sealed interface UserEvent
        permits UserRegistered,
                UserProfileChanged,
                UserRoleChanged,
                UserPasswordChanged,
                UserSuspended,
                UserActivated,
                UserDeleted,
                UserForgotten {

    UserId userId();
}
