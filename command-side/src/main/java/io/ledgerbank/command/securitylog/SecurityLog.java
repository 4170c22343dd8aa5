package io.ledgerbank.command.securitylog;

/** Keeps what happens at the bank's doors. Thread-safe. */
@FunctionalInterface
public interface SecurityLog {

    /** Never fails: a door does not stay shut because nobody could note who came. */
    void record(SecurityEvent event);
}
