package io.ledgerbank.command.lane;

import io.ledgerbank.command.eventlog.ColdStream;
import io.ledgerbank.command.eventlog.LogEntry;
import io.ledgerbank.command.eventlog.LogReader;
import io.ledgerbank.command.eventlog.SnapshotTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Reads, all at once, the streams that a batch will load and that memory does not hold. */
final class ColdStreams implements BatchOpening {

    private final List<TouchedStreams<?>> touched;
    private final AggregateCache aggregates;
    private final SnapshotTable snapshots;
    private final LogReader reader;

    ColdStreams(List<TouchedStreams<?>> touched, AggregateCache aggregates, SnapshotTable snapshots, LogReader reader) {
        this.touched = List.copyOf(touched);
        this.aggregates = aggregates;
        this.snapshots = snapshots;
        this.reader = reader;
    }

    @Override
    public void open(UnitOfWork<?> root, List<? extends CommandMessage<?>> commands) {
        Set<String> cold = commands.stream()
                .flatMap(command -> touched.stream().flatMap(streams -> streams.of(command.getPayload())))
                .filter(id -> !aggregates.contains(id))
                .collect(Collectors.toSet());
        if (cold.isEmpty()) {
            return;
        }
        Map<String, LogEntry> newest = snapshots.newest(cold);
        List<ColdStream> streams = cold.stream()
                .map(id -> new ColdStream(id, Optional.ofNullable(newest.get(id)), new ArrayList<>()))
                .toList();
        reader.fill(streams);
        ColdStream.belongTo(root, streams);
    }
}
