package io.ledgerbank.query.rebuild;

import io.ledgerbank.query.projection.ProjectionName;
import java.util.UUID;

/** A rebuild that is this process's to carry out, as far as it has come. */
record Claimed(UUID id, ProjectionName projection, int version, RebuildState state, long position) {

    Claimed at(long reached) {
        return new Claimed(id, projection, version, state, reached);
    }

    Claimed in(RebuildState next) {
        return new Claimed(id, projection, version, next, position);
    }
}
