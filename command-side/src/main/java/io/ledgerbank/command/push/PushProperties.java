package io.ledgerbank.command.push;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How commits are made known to those who follow the log.
 *
 * @param shortestInterval between two announcements of a node to the others; commits in between share one
 * @param fallbackPoll how often the log is looked at without being told to
 */
@ConfigurationProperties("ledgerbank.push")
record PushProperties(
        @DefaultValue("5ms") Duration shortestInterval,
        @DefaultValue("1s") Duration fallbackPoll) {}
