package io.ledgerbank.command.lane;

import java.util.concurrent.atomic.LongAdder;

/** Counts what happens in the lane, since its start. Thread-safe. */
final class LaneCounts {

    final LongAdder commands = new LongAdder();
    final LongAdder batches = new LongAdder();
    final LongAdder lostRaces = new LongAdder();
    final LongAdder spoiledBatches = new LongAdder();
    final LongAdder unreachable = new LongAdder();
    final LongAdder refusedWaiting = new LongAdder();
}
