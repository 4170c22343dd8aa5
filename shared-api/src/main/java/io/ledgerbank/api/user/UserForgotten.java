package io.ledgerbank.api.user;

import io.ledgerbank.api.id.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * The certificate that a person was forgotten: the key with which the log has sealed what it says of them is erased.
 *
 * @param keyFingerprint SHA-256 of the key in hexadecimal; nothing of somebody of whom the log has sealed nothing
 */
public record UserForgotten(UserId userId, Optional<String> keyFingerprint, Instant forgottenAt) implements UserEvent {}
