package io.ledgerbank.command.eventlog;

import java.time.Duration;

/**
 * How nodes hear of each other's commits.
 *
 * @param announcement tells the others of a commit of this node; it neither waits nor fails
 * @param fallbackPoll how often the log is looked at without being told to
 */
public record CommitPush(Runnable announcement, Duration fallbackPoll) {}
