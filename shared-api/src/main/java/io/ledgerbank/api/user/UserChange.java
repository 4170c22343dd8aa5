package io.ledgerbank.api.user;

import io.ledgerbank.api.id.UserId;

/** Something that is to change about a user who exists. */
public sealed interface UserChange permits ChangeUser, ChangePassword, SuspendUser, ActivateUser, DeleteUser {

    UserId userId();

    Caller caller();
}
