package io.ledgerbank.query.attestation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An attestation in a list.
 *
 * @param intact whether the read models are what the log says and the books balance; once it has finished
 * @param differences how many were found; once it has finished
 */
public record AttestationSummary(
        UUID id,
        AttestationState state,
        Instant startedAt,
        Optional<Instant> finishedAt,
        Optional<Boolean> intact,
        Optional<Integer> differences) {}
