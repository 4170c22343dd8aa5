package io.ledgerbank.command.user;

import io.ledgerbank.api.id.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * How somebody came to their role.
 *
 * @param by who gave it to them; nobody when the service itself did, or when they are a customer
 * @param at since when they have it
 */
public record Appointment(Optional<UserId> by, Instant at) {}
