package io.ledgerbank.api.user;

import io.ledgerbank.api.id.UserId;
import java.util.Optional;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Write down that a deleted user's key is erased; once.
 *
 * @param keyFingerprint SHA-256 of the key in hexadecimal; nothing of somebody who never had one
 */
public record RecordForgetting(@TargetAggregateIdentifier UserId userId, Optional<String> keyFingerprint) {}
