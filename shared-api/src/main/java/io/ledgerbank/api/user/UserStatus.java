package io.ledgerbank.api.user;

/** Whether a user may log in. */
public enum UserStatus {
    ACTIVE,
    SUSPENDED,
    DELETED
}
