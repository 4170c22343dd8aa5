package io.ledgerbank.query.rebuild;

import io.ledgerbank.query.projection.ProjectionName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A rebuild of one projection, as it stands.
 *
 * @param processed the position in the log up to which its tables are made
 * @param total the position up to which they have to be
 * @param eventsPerSecond since its present run began
 * @param etaSeconds until all is read, at this rate; nothing once that is so, or before the rate is known
 * @param differenceCount rows that were not as they should have been; nothing before the comparison
 * @param differences the first of them
 * @param requestedBy who asked for it; the system does when a projection has a new version
 */
public record Rebuild(
        UUID id,
        ProjectionName projection,
        int version,
        RebuildState state,
        long processed,
        long total,
        long eventsPerSecond,
        Optional<Long> etaSeconds,
        Optional<Long> differenceCount,
        List<Difference> differences,
        Optional<String> failure,
        String requestedBy,
        Instant requestedAt) {}
