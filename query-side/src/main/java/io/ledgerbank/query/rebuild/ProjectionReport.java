package io.ledgerbank.query.rebuild;

import io.ledgerbank.query.projection.ProjectionName;
import io.ledgerbank.query.projection.ProjectionState.Activity;

/**
 * How a projection is doing.
 *
 * @param version of the rows that are read
 * @param lag events of the log that it has not read yet
 */
public record ProjectionReport(ProjectionName name, int version, long position, long lag, Activity state) {}
