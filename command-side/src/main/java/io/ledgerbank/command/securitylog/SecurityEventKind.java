package io.ledgerbank.command.securitylog;

/** What can happen at the bank's doors. */
public enum SecurityEventKind {
    LOGIN_SUCCEEDED,
    LOGIN_FAILED,
    LOGGED_OUT,
    PASSWORD_CHANGED,
    /** A refresh token came a second time, so that two may have it; its login has ended. */
    TOKEN_REUSED,
    /** Somebody wanted what their token or role does not allow. */
    ACCESS_REFUSED,
    /** Somebody asked more often than is answered; told once a minute. */
    RATE_LIMITED,
    /** Somebody who works for the bank did something. */
    OPERATOR_ACTION
}
