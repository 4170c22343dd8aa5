package io.ledgerbank.api.user;

/** What somebody is to the bank. */
public enum Role {
    USER,
    SUPPORT,
    ADMIN,
    /** The service itself: the saga, scheduled work, demo data. Nobody logs in as it. */
    SYSTEM
}
