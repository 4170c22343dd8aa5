package io.ledgerbank.command.securitylog;

import io.ledgerbank.api.id.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * A security event as the bank's staff see one.
 *
 * @param id rises with time
 * @param reason the catalogue's code, of what was refused
 * @param network the first bits of the client's address
 */
record SecurityEventDetails(
        long id,
        SecurityEventKind kind,
        Instant occurredAt,
        Optional<UserId> actor,
        Optional<UserId> subject,
        Optional<String> reason,
        String action,
        String resource,
        String network,
        String correlationId) {}
