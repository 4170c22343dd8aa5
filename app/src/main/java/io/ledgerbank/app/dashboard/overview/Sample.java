package io.ledgerbank.app.dashboard.overview;

import java.time.Instant;

/**
 * How things stood at one time.
 *
 * @param open payments that are on their way, stuck ones included
 * @param lag of the projection that was furthest behind, in events
 * @param depth work items that were due and waited, in all queues
 */
record Sample(Instant at, long open, long stuck, long lag, long depth) {}
