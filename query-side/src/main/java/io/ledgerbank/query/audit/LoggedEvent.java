package io.ledgerbank.query.audit;

import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * An event as auditors see it.
 *
 * @param position its place in the whole log
 * @param sequence its place in its stream, from 0
 * @param actor who asked for what it records: a user's id, {@code anonymous}, or {@code system}
 * @param correlationId the conversation it belongs to
 * @param causationId the message that led to it
 * @param hash its link in the chain, as stored and in hexadecimal
 */
public record LoggedEvent(
        long position,
        String id,
        String type,
        Optional<String> revision,
        String streamType,
        String streamId,
        long sequence,
        Instant recordedAt,
        Optional<String> actor,
        Optional<String> correlationId,
        Optional<String> causationId,
        JsonNode payload,
        String hash) {}
